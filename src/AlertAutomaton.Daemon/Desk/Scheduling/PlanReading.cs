using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>What came out of reading an order to plan: all of it, or the fields at fault.</summary>
internal sealed record PlanReading(
    LaunchRequest? Request, SchedulePlan? Plan, Occurrence First, string? ReminderTitle, IReadOnlyList<FieldProblem> Problems)
{
    public static PlanReading Refused(IReadOnlyList<FieldProblem> problems) => new(null, null, default, null, problems);
}
