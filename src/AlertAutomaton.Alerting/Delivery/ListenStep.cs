namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Nothing more is sent, but an answer to what was sent may still come; then plan again.</summary>
/// <param name="Until">Until when it is waited for.</param>
public sealed record ListenStep(DateTimeOffset Until) : DeliveryStep;
