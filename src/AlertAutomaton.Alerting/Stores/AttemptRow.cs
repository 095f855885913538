using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>The state of one attempt. Equal to what <see cref="Journal.AlertReplay"/> makes of the journal.</summary>
public sealed record AttemptRow
{
    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Whose it is.</summary>
    public required RecipientId Recipient { get; init; }

    /// <summary>Which attempt of its recipient it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How the point is reached.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Which of the recipient's points, from 0.</summary>
    public required int PointIndex { get; init; }

    /// <summary>Which lane of the policy, from 0.</summary>
    public required int Lane { get; init; }

    /// <summary>The line reserved, or the one that carried it.</summary>
    public required string Line { get; init; }

    /// <summary>The caller id shown.</summary>
    public string? CallerId { get; init; }

    /// <summary>True when the attempt before it to the same recipient was interrupted by a crash: the phone may have rung twice.</summary>
    public bool DoubtfulRepeat { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>When somebody or something picked up.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>What is needed to hang up; null before the answer and after the end.</summary>
    public string? DialogIdentity { get; init; }

    /// <summary>True when the message was played to its end.</summary>
    public bool Heard { get; init; }

    /// <summary>What was acknowledged in it.</summary>
    public AcknowledgementOption Acknowledgement { get; init; }

    /// <summary>The keys pressed, in order; the first 32.</summary>
    public string Keys { get; init; } = string.Empty;

    /// <summary>How it ended; <see cref="AttemptOutcome.Open"/> while it has not.</summary>
    public AttemptOutcome Outcome { get; init; }

    /// <summary>What was seen.</summary>
    public string? Detail { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>When the network told more about it after its end; null while it has not.</summary>
    public DateTimeOffset? Reported { get; init; }

    /// <summary>What it cost, in units of the network: segments of a text, 1 for a mail, 0 for a call.</summary>
    public int Units { get; init; }

    /// <summary>From the answer to the end.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>True when the message was left on a machine.</summary>
    public bool VoicemailLeft { get; init; }

    /// <summary>What the far end asked for; zero when nothing.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The attempt as the planner remembers it.</summary>
    /// <returns>The compact form.</returns>
    public PastAttempt ToPastAttempt() =>
        new(PointIndex, Lane, Outcome, Begun, Ended ?? Begun, Line, VoicemailLeft, RetryAfter);
}
