namespace AlertAutomaton.Alerting.Delivery;

/// <summary>The one final state of a recipient.</summary>
/// <param name="Score">How far it got.</param>
/// <param name="Reason">Why nothing more is tried.</param>
public readonly record struct RecipientFinal(RecipientScore Score, FinishReason Reason);
