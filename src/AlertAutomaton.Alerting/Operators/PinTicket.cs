namespace AlertAutomaton.Alerting.Operators;

/// <summary>What the guard says before a PIN is checked.</summary>
/// <param name="MayBeRight">False while locked: the PIN is hashed all the same, for the time it takes, and is wrong whatever it is.</param>
/// <param name="Delay">How long to wait before saying that it was wrong.</param>
/// <param name="Alarm">What the others are told; null for nothing.</param>
public readonly record struct PinTicket(bool MayBeRight, TimeSpan Delay, OperatorAlarmKind? Alarm);
