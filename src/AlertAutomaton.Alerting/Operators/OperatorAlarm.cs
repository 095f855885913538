using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>Something about the operators' line that the other operators must know.</summary>
/// <param name="Kind">What.</param>
/// <param name="Organisation">Whose line.</param>
/// <param name="Operator">The operator whose number was used; null when no operator has it.</param>
/// <param name="At">When.</param>
/// <param name="CallId">The SIP Call-ID, to find the call in the log.</param>
public sealed record OperatorAlarm(OperatorAlarmKind Kind, OrganisationId Organisation, OperatorId? Operator, DateTimeOffset At, string CallId);
