namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>How long it will take, said honestly.</summary>
public sealed record DeliveryForecast
{
    /// <summary>Those who can be attempted at all.</summary>
    public required int Recipients { get; init; }

    /// <summary>Until everybody has been attempted once and the last of these calls is over.</summary>
    public required TimeSpan FirstPass { get; init; }

    /// <summary>Until nothing more is to be tried, or the lifetime is over.</summary>
    public required TimeSpan AllPasses { get; init; }

    /// <summary>The same when texts and mails are answered twice as often as assumed; null where nothing written goes before the calls.</summary>
    public TimeSpan? AllPassesAtLeast { get; init; }

    /// <summary>The same when nobody answers a text or a mail; null where nothing written goes before the calls.</summary>
    public TimeSpan? AllPassesAtMost { get; init; }

    /// <summary>Attempts expected in all.</summary>
    public required int Attempts { get; init; }

    /// <summary>Households expected to be reached at the end of the first pass.</summary>
    public required int ReachedByFirstPass { get; init; }

    /// <summary>Households expected to be reached at the end.</summary>
    public required int Reached { get; init; }

    /// <summary>How many calls begin per minute while all lines are busy.</summary>
    public required double CallsPerMinute { get; init; }

    /// <summary>What limits it.</summary>
    public required ForecastLimit LimitedBy { get; init; }

    /// <summary>True when the lifetime ends before the policy does.</summary>
    public required bool EndsByLifetime { get; init; }
}
