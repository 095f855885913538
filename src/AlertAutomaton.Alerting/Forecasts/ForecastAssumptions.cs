namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>What is assumed before an alert has shown anything.</summary>
public sealed record ForecastAssumptions
{
    /// <summary>From the answer to the end of the message, greeting included.</summary>
    public required TimeSpan MessageLength { get; init; }

    /// <summary>From the call to the answer. The default and the next two are the usual reading of published figures.</summary>
    public TimeSpan RingBeforeAnswer { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the end of the message to the key and the read-back.</summary>
    public TimeSpan KeyTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a call that nobody answers holds a line.</summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// The share of households closed by the first, second, third, … call; the last repeats. The default is a county's measured test:
    /// 66 % picked up at first, then 17 % of the rest, then 5 %.
    /// </summary>
    public IReadOnlyList<double> ReachedByAttempt { get; init; } = [0.66, 0.17, 0.05];
}
