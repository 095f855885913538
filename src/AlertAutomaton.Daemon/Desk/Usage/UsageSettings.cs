using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>Whose counters are kept, at which prices, within which limits.</summary>
internal sealed record UsageSettings
{
    public required OrganisationId Organisation { get; init; }

    /// <summary>The zone whose calendar cuts months (IANA name).</summary>
    public required string TimeZone { get; init; }

    public required TariffTable Tariffs { get; init; }

    public required QuotaLimits Limits { get; init; }

    /// <summary>How many segments a text of a launch has in a language at most; 1 where nothing sends texts.</summary>
    public Func<LaunchRequest, string, int> SegmentsOf { get; init; } = static (_, _) => 1;
}
