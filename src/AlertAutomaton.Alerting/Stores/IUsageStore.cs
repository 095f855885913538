using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>Counts what attempts used. Safe for concurrent use; reads only.</summary>
public interface IUsageStore
{
    /// <summary>Counts the attempts that began within a time, those that never left (<see cref="Delivery.AttemptOutcome.NotSent"/>) left out.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="fromUtc">From when on.</param>
    /// <param name="toUtc">Until when, excluded.</param>
    /// <param name="prefixLength">How many first characters of the number keep groups apart, 0 to 16; see <see cref="TariffTable.PrefixLength"/>.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The groups, in no order; empty when there was nothing.</returns>
    Task<IReadOnlyList<UsageGroup>> GetUsageAsync(OrganisationId organisation, DateTimeOffset fromUtc, DateTimeOffset toUtc, int prefixLength, CancellationToken ct);
}
