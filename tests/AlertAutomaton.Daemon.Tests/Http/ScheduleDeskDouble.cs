using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.Tests.Http;

/// <summary>A desk for planned alerts that answers what a test prepared, and keeps what it was asked.</summary>
internal sealed class ScheduleDeskDouble : IScheduleDesk
{
    public PlanOutcome NextPlan { get; set; } = new PlanOutcome.Invalid([]);

    public ScheduleChangeOutcome NextChange { get; set; } = new ScheduleChangeOutcome.Unknown();

    public PlanAlertRequest? Asked { get; private set; }

    public (Guid Alert, ScheduleChange Change, string? Reason)? Changed { get; private set; }

    public Task<PlanOutcome> PlanAsync(PlanAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        Asked = order;
        return Task.FromResult(NextPlan);
    }

    public Task<ScheduledAlertPage> ListAsync(string? after, int limit, CancellationToken cancel) => Task.FromResult(new ScheduledAlertPage { Items = [] });

    public Task<ScheduledAlertResource?> FindAsync(Guid alert, CancellationToken cancel) => Task.FromResult<ScheduledAlertResource?>(null);

    public Task<ScheduleChangeOutcome> ChangeAsync(Guid alert, ScheduleChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        Changed = (alert, change, reason);
        return Task.FromResult(NextChange);
    }
}
