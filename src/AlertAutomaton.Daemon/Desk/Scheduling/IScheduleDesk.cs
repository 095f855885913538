using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Schedules;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Where alerts are planned: the engine in this process, or a daemon reached by HTTP.</summary>
internal interface IScheduleDesk
{
    /// <summary>Plans an alert. Accepted means that it is on disk and that its message can be said.</summary>
    /// <param name="order">What to launch, and when.</param>
    /// <param name="idempotencyKey">Repeating an order with the same key plans nothing new.</param>
    /// <param name="orderedBy">Who plans.</param>
    /// <param name="cancel">Gives up.</param>
    Task<PlanOutcome> PlanAsync(PlanAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel);

    /// <summary>One page of planned alerts, the latest planned first.</summary>
    Task<ScheduledAlertPage> ListAsync(string? after, int limit, CancellationToken cancel);

    /// <summary>One planned alert with its latest occurrences, or null when there is none.</summary>
    Task<ScheduledAlertResource?> FindAsync(Guid alert, CancellationToken cancel);

    /// <summary>Pauses, resumes or cancels a planned alert.</summary>
    Task<ScheduleChangeOutcome> ChangeAsync(Guid alert, ScheduleChange change, string? reason, string orderedBy, CancellationToken cancel);
}
