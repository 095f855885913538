namespace AlertAutomaton.Alerting.Schedules;

/// <summary>Where a planned alert stands.</summary>
public enum ScheduleState : byte
{
    /// <summary>It will be launched.</summary>
    Planned,

    /// <summary>Its occurrences pass without a launch until it is resumed.</summary>
    Paused,

    /// <summary>It is never launched again.</summary>
    Cancelled,

    /// <summary>Nothing is left to launch.</summary>
    Done,
}
