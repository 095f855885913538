using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>An operator stopped the alert. Every recipient that is not final and has no open attempt is final from here on, with its score so far and <see cref="FinishReason.Stopped"/>; the others become final when their attempt ends.</summary>
public sealed record AlertStopped : AlertEvent
{
    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
