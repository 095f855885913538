using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>A week of the calendar with the people on duty in it. It begins at the hand-over of the roster, Monday at midnight if nothing else is said.</summary>
/// <param name="IsoYear">The year of the week (ISO 8601), which near New Year is not that of the date.</param>
/// <param name="IsoWeek">The week, 1 to 53.</param>
/// <param name="Operators">Who is on duty, in the order in which they are phoned.</param>
public sealed record DutyWeek(int IsoYear, int IsoWeek, IReadOnlyList<OperatorId> Operators);
