using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>An alert as lists show it.</summary>
public sealed record AlertRow
{
    /// <summary>The alert as ordered.</summary>
    public required Alert Alert { get; init; }

    /// <summary>Where it stands.</summary>
    public required AlertPhase Phase { get; init; }

    /// <summary>Why it ended or is ending.</summary>
    public AlertEnding Ending { get; init; }

    /// <summary>The reason an operator gave for the last pause or the stop.</summary>
    public string? Reason { get; init; }

    /// <summary>When it finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The figures on disk.</summary>
    public required AlertTotals Totals { get; init; }

    /// <summary>How many entries its journal has.</summary>
    public required long JournalLength { get; init; }
}
