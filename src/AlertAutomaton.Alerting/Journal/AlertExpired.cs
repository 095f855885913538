using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>The lifetime is over. Every recipient that is not final and has no open attempt is final from here on, with its score so far and <see cref="FinishReason.LifetimeEnded"/>; the others become final when their attempt ends.</summary>
public sealed record AlertExpired : AlertEvent
{

}
