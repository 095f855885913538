using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
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

    /// <summary>How many segments the text of a message has in a language; 1 where nothing that sends texts knows better.</summary>
    public Func<AlertMessage, string, int> SegmentsOf { get; init; } = static (_, _) => 1;
}
