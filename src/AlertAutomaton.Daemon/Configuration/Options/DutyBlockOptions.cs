namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>A part of every week in which the same people are on duty, for example office hours or the weekend.</summary>
internal sealed record DutyBlockOptions
{
    /// <summary>Weekday on which it begins.</summary>
    [Allowed("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")]
    public string FromDay { get; init; } = "Friday";

    /// <summary>When on that day.</summary>
    public string FromTime { get; init; } = "18:00";

    /// <summary>Weekday on which it ends; the same moment or an earlier one is that of the next week.</summary>
    [Allowed("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")]
    public string UntilDay { get; init; } = "Monday";

    /// <summary>When on that day.</summary>
    public string UntilTime { get; init; } = "08:00";

    /// <summary>Numbers of the operators, in the order in which they are phoned.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];
}
