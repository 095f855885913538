using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What became of an order to plan.</summary>
/// <param name="Verdict">Accepted, known already, or a conflict of keys.</param>
/// <param name="Alert">The planned alert on disk: the ordered one, or the earlier one of the same key.</param>
public readonly record struct ScheduleAcceptance(AcceptVerdict Verdict, ScheduledAlertId Alert);
