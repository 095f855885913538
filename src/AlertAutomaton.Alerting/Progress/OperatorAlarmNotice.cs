using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>Something on the operators' line that the others must know.</summary>
/// <param name="Alarm">What.</param>
public sealed record OperatorAlarmNotice(OperatorAlarm Alarm) : AlertNotice;
