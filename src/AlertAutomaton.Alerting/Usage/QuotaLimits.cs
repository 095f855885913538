namespace AlertAutomaton.Alerting.Usage;

/// <summary>How much an organisation means to use at most. Null: no limit. A vital real alert goes over every one of them.</summary>
public sealed record QuotaLimits
{
    /// <summary>No limits.</summary>
    public static QuotaLimits None { get; } = new();

    /// <summary>Segments of texts in a month.</summary>
    public long? MonthlySegments { get; init; }

    /// <summary>Minutes of answered calls in a month.</summary>
    public long? MonthlyCallMinutes { get; init; }

    /// <summary>Mails in a month.</summary>
    public long? MonthlyMails { get; init; }

    /// <summary>Cost in a month, in the currency of the tariffs.</summary>
    public decimal? MonthlyAmount { get; init; }

    /// <summary>Calls begun within sixty minutes: what a stolen password could do until somebody looks.</summary>
    public long? HourlyCalls { get; init; }

    /// <summary>Cost within sixty minutes.</summary>
    public decimal? HourlyAmount { get; init; }

    /// <summary>From which percentage of a limit on a warning is given; 1 to 100.</summary>
    public int WarnAtPercent { get; init; } = 80;

    /// <summary>True when there is any limit.</summary>
    public bool HasAny => MonthlySegments is not null || MonthlyCallMinutes is not null || MonthlyMails is not null || MonthlyAmount is not null || HasHourly;

    /// <summary>True when there is a limit within sixty minutes.</summary>
    public bool HasHourly => HourlyCalls is not null || HourlyAmount is not null;
}
