using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>A time in which one list is phoned.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its end; that moment is no longer in it.</param>
/// <param name="Operators">Who is phoned, in this order; empty: nobody is on duty.</param>
public sealed record DutySpan(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<OperatorId> Operators);
