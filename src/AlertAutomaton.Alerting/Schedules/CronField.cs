namespace AlertAutomaton.Alerting.Schedules;

/// <summary>The fields of a cron expression, in the order in which they are written.</summary>
public enum CronField : byte
{
    /// <summary>0 to 59.</summary>
    Minute,

    /// <summary>0 to 23.</summary>
    Hour,

    /// <summary>1 to 31.</summary>
    DayOfMonth,

    /// <summary>1 to 12, or jan to dec.</summary>
    Month,

    /// <summary>0 to 7, Sunday being 0 and 7, or sun to sat.</summary>
    DayOfWeek,
}
