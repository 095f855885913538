namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What is wrong with a cron expression.</summary>
public enum CronFaultKind : byte
{
    /// <summary>It has not five fields.</summary>
    NotFiveFields,

    /// <summary>It is longer than any honest one.</summary>
    TooLong,

    /// <summary>A value, a range or a step is missing, as in <c>1,,2</c> or <c>5-</c>.</summary>
    Missing,

    /// <summary>Something that is neither a number nor a name of the field.</summary>
    NotAValue,

    /// <summary>A number outside the field.</summary>
    OutOfRange,

    /// <summary>A range whose end is before its beginning.</summary>
    Backwards,

    /// <summary>A step of zero, or larger than the field.</summary>
    WrongStep,

    /// <summary>A day that no month of its months has, such as 31 February.</summary>
    NeverComes,
}
