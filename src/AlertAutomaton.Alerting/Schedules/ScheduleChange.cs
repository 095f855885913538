namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What an operator can do to a planned alert.</summary>
public enum ScheduleChange : byte
{
    /// <summary>Lets occurrences pass.</summary>
    Pause,

    /// <summary>Goes on after a pause; what passed meanwhile stays missed.</summary>
    Resume,

    /// <summary>Ends it for good. An alert that was launched already goes on.</summary>
    Cancel,
}
