namespace AlertAutomaton.Alerting.Operators;

/// <summary>The answer to an operator number and a PIN.</summary>
/// <param name="Operator">Who it is; null when it was wrong, whatever of it was wrong.</param>
/// <param name="Delay">How long to wait before saying so.</param>
public readonly record struct PinAdmission(Operator? Operator, TimeSpan Delay);
