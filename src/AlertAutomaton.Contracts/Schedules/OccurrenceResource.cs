namespace AlertAutomaton.Contracts.Schedules;

/// <summary>What became of one moment of a planned alert.</summary>
public sealed record OccurrenceResource
{
    /// <summary>The moment for which it was planned, with the offset of the schedule's zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True for a reminder before the event.</summary>
    public required bool Reminder { get; init; }

    /// <summary><c>launched</c>, <c>missed</c> or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The alert that was launched; null otherwise.</summary>
    public Guid? Alert { get; init; }

    /// <summary>Why it was missed: <c>foundLate</c>, <c>overtaken</c>, <c>paused</c>, <c>launchFailed</c> or <c>interrupted</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The same in words, with the faults of a refused order or the last error of a failed launch.</summary>
    public string? Explanation { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
