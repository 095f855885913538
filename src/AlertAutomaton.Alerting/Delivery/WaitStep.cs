namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Wait for the end of an attempt that is open; then plan again.</summary>
public sealed record WaitStep : DeliveryStep
{
    /// <summary>The only one that is needed.</summary>
    public static WaitStep Instance { get; } = new();
}
