using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>An attempt ended, and that is on disk.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What was seen.</param>
public sealed record AttemptNotice(
    AlertId Alert, RecipientId Recipient, AttemptId Attempt, Delivery.AttemptOutcome Outcome, string Detail) : AlertNotice;
