using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What is told by another path than the phone.</summary>
/// <param name="Cause">What it is about; alarms of one cause are told once an hour at most. No secret, no number.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">A few sentences.</param>
/// <param name="IsAllClear">True when it is well again.</param>
/// <param name="At">When.</param>
public sealed record AlarmNotice(string Cause, string Subject, string Text, bool IsAllClear, DateTimeOffset At)
{
    /// <summary>Whose phone is not told: whom it is about. Null: everybody is.</summary>
    public OperatorId? NotTo { get; init; }

    /// <summary>True for what happens and is over at once: no all-clear follows, and what happens again after an hour is told again.</summary>
    public bool IsEvent { get; init; }
}
