namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>What is seen of a gateway at one moment.</summary>
/// <param name="Priority">Which is used first: the lowest.</param>
/// <param name="IsUp">Bound and answering.</param>
/// <param name="Texts">Texts handed over within <see cref="GatewaySwitchOptions.Within"/>.</param>
/// <param name="Slow">Those of them that were without a receipt for longer than <see cref="GatewaySwitchOptions.SlowAfter"/>.</param>
public readonly record struct GatewayReading(int Priority, bool IsUp, int Texts, int Slow);
