using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>An attempt ended, or the network told more about one, and that is on disk.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What was seen.</param>
public sealed record AttemptNotice(
    AlertId Alert, RecipientId Recipient, AttemptId Attempt, Delivery.AttemptOutcome Outcome, string Detail) : AlertNotice
{
    /// <summary>How its contact point was reached.</summary>
    public required Register.ChannelKind Channel { get; init; }

    /// <summary>True when the network told more about an attempt that had ended before; false when it ended now.</summary>
    public bool IsReport { get; init; }

    /// <summary>From the answer to the end; zero when nobody answered, and in a report.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>What it cost in units of the network: segments of a text, 1 for a mail; 0 for a call, and in a report.</summary>
    public int Units { get; init; }
}
