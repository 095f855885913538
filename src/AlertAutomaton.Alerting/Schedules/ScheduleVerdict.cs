namespace AlertAutomaton.Alerting.Schedules;

/// <summary>The answer to pause, resume and cancel.</summary>
public enum ScheduleVerdict : byte
{
    /// <summary>In force, and on disk.</summary>
    Done,

    /// <summary>It was so already.</summary>
    AlreadySo,

    /// <summary>The planned alert is in a state in which this makes no sense.</summary>
    NotPossible,

    /// <summary>There is no such planned alert.</summary>
    Unknown,
}
