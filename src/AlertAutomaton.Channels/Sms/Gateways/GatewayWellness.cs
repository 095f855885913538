namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>What is remembered of a gateway between two readings.</summary>
/// <param name="IsSlow">Too many of its texts wait for receipts.</param>
/// <param name="WellSince">Since when it has been up and not slow; null while it is not.</param>
public readonly record struct GatewayWellness(bool IsSlow, TimeSpan? WellSince);
