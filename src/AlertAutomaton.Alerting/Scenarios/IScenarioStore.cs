using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Keeps scenarios. Safe for concurrent use; a write completes when it is on disk.</summary>
public interface IScenarioStore
{
    /// <summary>Finds a scenario by its number.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">1 to 9999.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when no scenario has it.</returns>
    Task<Scenario?> FindAsync(OrganisationId organisation, int number, CancellationToken ct);

    /// <summary>Reads a scenario.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Scenario?> GetAsync(ScenarioId id, CancellationToken ct);

    /// <summary>Lists the scenarios of an organisation in order of their number.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>All of them.</returns>
    Task<IReadOnlyList<Scenario>> ListAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Adds a scenario or replaces the one with the same id.</summary>
    /// <param name="scenario">A scenario that passed <see cref="ScenarioValidator"/>.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when another scenario of the organisation has the number.</returns>
    Task<bool> SaveAsync(Scenario scenario, CancellationToken ct);

    /// <summary>Removes a scenario.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(ScenarioId id, CancellationToken ct);
}
