namespace AlertAutomaton.Alerting.Duty;

/// <summary>What trouble of one part means.</summary>
/// <param name="Component">Which part.</param>
/// <param name="Idle">How much it wants a person while no alert is running.</param>
/// <param name="DuringAlert">How much while one is.</param>
/// <param name="TellAfter">How long it is unwell before it is told by another path; at most 30 s.</param>
/// <param name="PhoneAfter">How long before somebody is phoned.</param>
/// <param name="WellAfter">How long it is well before that is believed.</param>
/// <param name="Words">The name of the sentence that says it on the phone.</param>
public sealed record SystemAlarmRule(
    SystemComponent Component, DutySeverity Idle, DutySeverity DuringAlert, TimeSpan TellAfter, TimeSpan PhoneAfter, TimeSpan WellAfter, string Words);
