using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>An attempt ended; with what follows from it, in the same transaction.</summary>
public sealed record AttemptEnded : AttemptEvent
{
    /// <summary>How; never <see cref="AttemptOutcome.Open"/>.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>What was seen.</summary>
    public required string Detail { get; init; }

    /// <summary>The line that carried it.</summary>
    public required string Line { get; init; }

    /// <summary>The caller id shown.</summary>
    public string? CallerId { get; init; }

    /// <summary>From the answer to the end.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>True when the message was left on a machine.</summary>
    public bool VoicemailLeft { get; init; }

    /// <summary>What the far end asked for; zero when nothing.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The names under which a report may speak of it (see <see cref="Channels.AttemptReference"/>); null when there are none.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>What it cost, in units of the network: segments of a text, 1 for a mail, 0 for a call.</summary>
    public int Units { get; init; }

    /// <summary>What it taught about the contact point.</summary>
    public PointVerdict PointVerdict { get; init; }

    /// <summary>How far the alert got with the recipient, this attempt included.</summary>
    public required RecipientScore Score { get; init; }

    /// <summary>The next attempt; null when final, or while another lane’s attempt is open.</summary>
    public PlannedStep? Next { get; init; }

    /// <summary>Set when nothing more is tried: with <see cref="Score"/> the final state.</summary>
    public FinishReason? Final { get; init; }
}
