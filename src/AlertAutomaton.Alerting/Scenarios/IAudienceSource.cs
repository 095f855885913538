using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Finds in the register whom a scenario means.</summary>
public interface IAudienceSource
{
    /// <summary>Finds a group by its number.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">1 to 9999.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when no group has it.</returns>
    Task<AudienceGroup?> FindGroupAsync(OrganisationId organisation, int number, CancellationToken ct);

    /// <summary>The contacts as they are now, each once.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="audience">Whom.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The contacts; groups and contacts that are not there are left out.</returns>
    Task<IReadOnlyList<Contact>> FindAsync(OrganisationId organisation, ScenarioAudience audience, CancellationToken ct);
}
