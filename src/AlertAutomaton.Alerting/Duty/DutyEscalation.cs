namespace AlertAutomaton.Alerting.Duty;

/// <summary>Why nobody has a matter yet although the chain works on it.</summary>
public enum DutyEscalation : byte
{
    /// <summary>The list was phoned to its end.</summary>
    ListExhausted,

    /// <summary>Nobody is on duty.</summary>
    NobodyOnDuty,

    /// <summary>As many calls as an hour bears were made.</summary>
    CallsExhausted,
}
