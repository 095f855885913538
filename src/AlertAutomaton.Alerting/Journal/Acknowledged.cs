using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>Somebody of the household acknowledged. On disk before it is confirmed aloud. The score of the recipient is <see cref="RecipientScore.Confirmed"/> from here on.</summary>
public sealed record Acknowledged : RecipientEvent
{
    /// <summary>What was said.</summary>
    public required AcknowledgementOption Option { get; init; }

    /// <summary>The attempt in which it was said; null for a call-back, a late reply or a link.</summary>
    public AttemptId? Attempt { get; init; }

    /// <summary>Where it came from when it was no attempt: <c>call-back</c>, <c>sms-reply</c>, <c>link</c>, <c>operator</c>.</summary>
    public string? Via { get; init; }
}
