using System.Collections.Immutable;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>Where traffic goes.</summary>
/// <param name="Current">The gateway in use, by its place; −1 before the first reading.</param>
/// <param name="MovedAt">When traffic moved last; null when it never has.</param>
/// <param name="Gateways">What is remembered of each.</param>
public sealed record GatewaySwitchState(int Current, TimeSpan? MovedAt, ImmutableArray<GatewayWellness> Gateways)
{
    /// <summary>Before anything was seen.</summary>
    public static GatewaySwitchState Initial { get; } = new(-1, null, []);
}
