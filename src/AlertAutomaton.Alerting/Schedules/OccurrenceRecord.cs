using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>One past occurrence, as it is kept.</summary>
public sealed record OccurrenceRecord
{
    /// <summary>The occurrence.</summary>
    public required Occurrence Occurrence { get; init; }

    /// <summary>What became of it.</summary>
    public required OccurrenceOutcome Outcome { get; init; }

    /// <summary>The alert that it launched; null unless <see cref="OccurrenceOutcome.Launched"/>.</summary>
    public AlertId? Alert { get; init; }

    /// <summary>Why it was missed.</summary>
    public MissReason Reason { get; init; }

    /// <summary>What was said: the faults of a refused order, the last error of a failed launch; at most 2,000 characters.</summary>
    public string? Detail { get; init; }

    /// <summary>When this was written (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
