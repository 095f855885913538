using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>How much is meant to be used at most; 0 means no limit. A real alert of a vital policy is never refused for it, only warned and written down; every other launch over a limit is refused.</summary>
internal sealed record QuotaOptions
{
    /// <summary>Segments of texts in a month.</summary>
    [Range(0, 1_000_000_000)]
    public int MonthlySegments { get; init; }

    /// <summary>Minutes of answered calls in a month.</summary>
    [Range(0, 1_000_000_000)]
    public int MonthlyCallMinutes { get; init; }

    /// <summary>Mails in a month.</summary>
    [Range(0, 1_000_000_000)]
    public int MonthlyMails { get; init; }

    /// <summary>Cost in a month, in the currency of the tariffs.</summary>
    [Range(0, 1_000_000_000)]
    public double MonthlyAmount { get; init; }

    /// <summary>Calls begun within sixty minutes; judged at each launch, with all calls that it is expected to make.</summary>
    [Range(0, 1_000_000_000)]
    public int HourlyCalls { get; init; }

    /// <summary>Cost within sixty minutes; judged at each launch, with all that it is expected to cost.</summary>
    [Range(0, 1_000_000_000)]
    public double HourlyAmount { get; init; }

    /// <summary>Percentage of a limit from which on a warning is given.</summary>
    [Range(1, 100)]
    public int WarnAtPercent { get; init; } = 80;
}
