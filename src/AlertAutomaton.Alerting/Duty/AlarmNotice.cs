namespace AlertAutomaton.Alerting.Duty;

/// <summary>What is told by another path than the phone.</summary>
/// <param name="Cause">What it is about; alarms of one cause are told once an hour at most. No secret, no number.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">A few sentences.</param>
/// <param name="IsAllClear">True when it is well again.</param>
/// <param name="At">When.</param>
public sealed record AlarmNotice(string Cause, string Subject, string Text, bool IsAllClear, DateTimeOffset At);
