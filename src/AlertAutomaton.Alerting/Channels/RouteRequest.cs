using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>What decides the route of an attempt.</summary>
/// <param name="Point">The contact point.</param>
/// <param name="CallerId">The caller id this recipient has seen before, to be kept if any line can; null on the first attempt.</param>
/// <param name="AvoidLine">The line on which the network just failed; to be avoided if another one serves; null otherwise.</param>
public readonly record struct RouteRequest(ContactPoint Point, string? CallerId, string? AvoidLine);
