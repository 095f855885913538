using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>How the engine behaves.</summary>
public sealed record DispatcherOptions
{
    /// <summary>How long calls that talk may go on after a stop, the end of a lifetime, or a shutdown.</summary>
    public TimeSpan TalkingLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an attempt may last before the engine ends it: a channel that hangs must not hold a household and a line for ever. It is
    /// told to stop; a minute later its outcome is a failure of the network, whatever it does.
    /// </summary>
    public TimeSpan AttemptLimit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The least time between two progress notices of one alert.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits before a store that failed is tried again; the last repeats.</summary>
    public IReadOnlyList<TimeSpan> StoreRetries { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5)];

    /// <summary>How long a household whose entry the store refused as a contradiction is left alone before its next step is tried.</summary>
    public TimeSpan AfterContradiction { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long calls that talk may go on when the store is lost: what they say cannot be recorded any more.</summary>
    public TimeSpan TalkingLimitWithoutStore { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Makes the secret of an acknowledgement link, a new one at each call; null: texts and mails carry no links.</summary>
    public Func<string>? NewLinkToken { get; init; }

    /// <summary>Which numbers may be called at all.</summary>
    public NumberPolicyOptions Numbers { get; init; } = new();

    /// <summary>How many finished alerts keep their last figures in memory.</summary>
    public int FinishedKept { get; init; } = 100;
}
