using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>How an attempt ended.</summary>
public sealed record AttemptResult
{
    /// <summary>The outcome; never <see cref="AttemptOutcome.Open"/>.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>What was seen, for people: <c>486 Busy Here</c>.</summary>
    public required string Detail { get; init; }

    /// <summary>The line that carried it, when it is another than the one reserved.</summary>
    public string? Line { get; init; }

    /// <summary>The caller id shown, when it is another than the reserved line's.</summary>
    public string? CallerId { get; init; }

    /// <summary>What the far end asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>From the answer to the end; zero when nobody answered.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>True when the message was left on a machine.</summary>
    public bool VoicemailLeft { get; init; }

    /// <summary>
    /// The names under which a later report may speak of the attempt (see <see cref="AttemptReference"/>): one per segment of a text. They
    /// are on disk with the end of the attempt. At most 64.
    /// </summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What it cost the operator of the network, in its units: segments of a text; 1 for a mail; 0 for a call, which is counted by its time.</summary>
    public int Units { get; init; }
}
