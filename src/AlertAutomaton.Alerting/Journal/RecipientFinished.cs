using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>A recipient became final without an attempt that ended.</summary>
public sealed record RecipientFinished : RecipientEvent
{
    /// <summary>How far the alert got.</summary>
    public required RecipientScore Score { get; init; }

    /// <summary>Why nothing more is tried.</summary>
    public required FinishReason Reason { get; init; }
}
