using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>The counters of one organisation in one month of its own calendar. An attempt belongs to the month in which it began.</summary>
public sealed record UsageMonth
{
    /// <summary>Whose.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>Which month.</summary>
    public required CalendarMonth Month { get; init; }

    /// <summary>The currency of the amounts (ISO 4217).</summary>
    public required string Currency { get; init; }

    /// <summary>True when there is any price, so that the amounts mean something.</summary>
    public required bool HasPrices { get; init; }

    /// <summary>All lines together.</summary>
    public required UsageFigures Total { get; init; }

    /// <summary>Each line, calls first, then texts, then mails, by name.</summary>
    public required IReadOnlyList<LineUsage> Lines { get; init; }

    /// <summary>Counts a month.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="month">Which.</param>
    /// <param name="groups">What a store found between its first and its last moment.</param>
    /// <param name="tariffs">The prices.</param>
    /// <returns>The counters.</returns>
    public static UsageMonth Of(OrganisationId organisation, CalendarMonth month, IEnumerable<UsageGroup> groups, TariffTable tariffs)
    {
        LineUsage[] lines =
        [
            .. groups.GroupBy(group => (group.Channel, group.Line))
                .Select(line => new LineUsage(
                    line.Key.Channel, line.Key.Line, line.Aggregate(UsageFigures.None, (sum, group) => sum + UsageFigures.Of(group, tariffs))))
                .OrderBy(line => line.Channel)
                .ThenBy(line => line.Line, StringComparer.Ordinal),
        ];
        return new UsageMonth
        {
            Organisation = organisation,
            Month = month,
            Currency = tariffs.Currency,
            HasPrices = !tariffs.IsEmpty,
            Total = lines.Aggregate(UsageFigures.None, (sum, line) => sum + line.Figures),
            Lines = lines,
        };
    }
}
