using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>Every recipient is final.</summary>
public sealed record AlertFinished : AlertEvent
{
    /// <summary>Why it ended.</summary>
    public required AlertEnding Ending { get; init; }

    /// <summary>The final figures.</summary>
    public required AlertTotals Totals { get; init; }
}
