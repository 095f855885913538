using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>
/// Somebody of the household acknowledged after the alert was over. The entry follows on <see cref="AlertFinished"/> in the same chain; the score
/// and the figures with which the alert ended stay as they were, and late answers are counted apart.
/// </summary>
public sealed record LateAcknowledged : RecipientEvent
{
    /// <summary>What was said.</summary>
    public required AcknowledgementOption Option { get; init; }

    /// <summary>Where it came from: <c>call-back</c>, <c>sms-reply</c>, <c>link</c>, <c>operator</c>.</summary>
    public required string Via { get; init; }
}
