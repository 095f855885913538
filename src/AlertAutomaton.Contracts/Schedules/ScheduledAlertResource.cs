namespace AlertAutomaton.Contracts.Schedules;

/// <summary>One planned alert.</summary>
public sealed record ScheduledAlertResource
{
    /// <summary>Identifier of the planned alert (UUID version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>What its alerts are called.</summary>
    public required string Title { get; init; }

    /// <summary><c>real</c>, <c>exercise</c> or <c>test</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Number of recipients.</summary>
    public required int Recipients { get; init; }

    /// <summary><c>planned</c>, <c>paused</c>, <c>cancelled</c> or <c>done</c>.</summary>
    public required string State { get; init; }

    /// <summary>The reason that an operator gave for the last change.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is launched.</summary>
    public required AlertSchedule Schedule { get; init; }

    /// <summary>When the event is, UTC; null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How long before the event it reminds, in seconds.</summary>
    public IReadOnlyList<double> RemindBeforeSeconds { get; init; } = [];

    /// <summary>Until how long after its moment a missed launch is made late, in seconds; 0: never.</summary>
    public double LateLaunchSeconds { get; init; }

    /// <summary>Who planned it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was planned, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last moment that is behind it; null before the first.</summary>
    public DateTimeOffset? LastOccurrence { get; init; }

    /// <summary>The next moments, at most five; none when it is paused, cancelled or done.</summary>
    public IReadOnlyList<UpcomingOccurrence> Upcoming { get; init; } = [];

    /// <summary>What became of the latest hundred moments, the latest first; only where one planned alert is shown.</summary>
    public IReadOnlyList<OccurrenceResource>? Occurrences { get; init; }
}
