using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>The network told more about an attempt that it had taken; with what follows from it, in the same transaction.</summary>
public sealed record DeliveryReported : RecipientEvent
{
    /// <summary>The attempt: it ended as <see cref="AttemptOutcome.Submitted"/> or <see cref="AttemptOutcome.Unknown"/>.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>What is known now.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>What was seen.</summary>
    public required string Detail { get; init; }

    /// <summary>What it taught about the contact point.</summary>
    public PointVerdict PointVerdict { get; init; }

    /// <summary>How far the alert got with the recipient; a final recipient keeps the score it has.</summary>
    public required RecipientScore Score { get; init; }

    /// <summary>The next attempt; null when none is planned, or the recipient was final already.</summary>
    public PlannedStep? Next { get; init; }

    /// <summary>Set when nothing more is tried because of this report.</summary>
    public FinishReason? Final { get; init; }

    /// <summary>True when it came after the end of the alert: the attempt's outcome is told, score and figures of the alert stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }
}
