namespace AlertAutomaton.Alerting.Schedules;

/// <summary>Whether an occurrence whose moment was missed (the machine was off, the clock jumped) is launched all the same.</summary>
/// <param name="Limit">Until how long after its moment; zero: never.</param>
public readonly record struct LateLaunch(TimeSpan Limit)
{
    /// <summary>The greatest limit: 30 days.</summary>
    public static readonly TimeSpan MaximumLimit = TimeSpan.FromDays(30);

    /// <summary>What was missed stays missed.</summary>
    public static LateLaunch Never => default;

    /// <summary>Launched late, within a limit.</summary>
    /// <param name="limit">More than zero, at most <see cref="MaximumLimit"/>.</param>
    /// <returns>The rule.</returns>
    public static LateLaunch Within(TimeSpan limit) => new(limit);
}
