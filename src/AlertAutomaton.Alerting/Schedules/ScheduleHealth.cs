namespace AlertAutomaton.Alerting.Schedules;

/// <summary>How planned alerts are doing.</summary>
public sealed record ScheduleHealth
{
    /// <summary>Nothing is planned, nothing is wrong.</summary>
    public static ScheduleHealth Well { get; } = new();

    /// <summary>The moment of the next occurrence of all; null when there is none.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Planned alerts that are due and could not be launched or recorded yet; they are tried again.</summary>
    public int Failing { get; init; }

    /// <summary>What goes wrong now: with the store, or with the planned alert that failed last. Null while all is well.</summary>
    public string? Trouble { get; init; }

    /// <summary>The last error since the start, whether or not it is over; null when there was none.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was (UTC).</summary>
    public DateTimeOffset? LastErrorAt { get; init; }
}
