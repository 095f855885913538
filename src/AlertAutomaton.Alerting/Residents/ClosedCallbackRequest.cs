namespace AlertAutomaton.Alerting.Residents;

/// <summary>A wish to be registered that was dealt with.</summary>
/// <param name="Request">The wish.</param>
/// <param name="Closing">What became of it.</param>
public sealed record ClosedCallbackRequest(CallbackRequest Request, CallbackClosing Closing);
