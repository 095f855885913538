namespace AlertAutomaton.Alerting.Duty;

/// <summary>How much a matter wants a person; it decides when a phone may ring for it.</summary>
public enum DutySeverity : byte
{
    /// <summary>To be read: nobody is phoned.</summary>
    Notice,

    /// <summary>By day: people are phoned within the hours of <see cref="DutyOptions.DayBegins"/> and <see cref="DutyOptions.DayEnds"/>.</summary>
    ByDay,

    /// <summary>Now: people are phoned at three in the morning as well.</summary>
    Urgent,
}
