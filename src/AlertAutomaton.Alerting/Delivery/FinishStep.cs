namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Nothing more is to be tried.</summary>
/// <param name="Score">How far the alert got.</param>
/// <param name="Reason">Why nothing more is tried.</param>
public sealed record FinishStep(RecipientScore Score, FinishReason Reason) : DeliveryStep;
