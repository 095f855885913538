using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>The desk for planned alerts of the engine in this process.</summary>
internal sealed class ScheduleDesk(IScheduleStore store, ScheduleRunner runner, AlertMessages messages, LaunchSettings settings, TimeProvider time) : IScheduleDesk
{
    private const int MostOccurrences = 100;

    private readonly PlanOrderReader _reader = new(settings, time);

    private static OperatorTexts Texts => new(CultureInfo.CurrentUICulture);

    public async Task<PlanOutcome> PlanAsync(PlanAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        var reading = _reader.Read(order, orderedBy, Texts);
        if (reading is not { Request: { } request, Plan: { } plan })
        {
            return new PlanOutcome.Invalid(reading.Problems);
        }

        // Spoken now, so that a message that cannot be said is found by whoever plans it and not in the night of its launch.
        var (preparation, _) = await messages.PrepareAsync(request.Message, cancel);
        messages.Forget(request.Message);
        if (!preparation.IsComplete)
        {
            return new PlanOutcome.Invalid([new FieldProblem("/messages", Texts.Format("order.not-spoken", AlertMessages.Describe(preparation, CultureInfo.CurrentUICulture)))]);
        }

        var alert = new ScheduledAlert
        {
            Id = ScheduledAlertId.New(time),
            Organisation = settings.Organisation,
            Launch = PlannedLaunch.Of(request, reading.ReminderTitle),
            Plan = plan,
            CreatedBy = orderedBy,
            CreatedAt = plan.Schedule.Since,
        };
        try
        {
            var fingerprint = PlanFingerprint.Of(request, reading.ReminderTitle, plan);
            var accepted = await store.AcceptAsync(new ScheduleOrder(alert, reading.First, idempotencyKey, fingerprint), cancel);
            if (accepted.Verdict == AcceptVerdict.KeyConflict)
            {
                return new PlanOutcome.KeyConflict();
            }

            runner.Wake();
            return await AcceptedAsync(accepted, cancel);
        }
        catch (AlertStoreException fault)
        {
            return fault.NeedsSpace ? new PlanOutcome.NoSpace(fault.Message) : new PlanOutcome.Unavailable(fault.Message);
        }
    }

    public async Task<ScheduledAlertPage> ListAsync(string? after, int limit, CancellationToken cancel)
    {
        var page = await store.ListAsync(new ScheduleQuery { Organisation = settings.Organisation, After = after, Limit = limit }, cancel);
        return new ScheduledAlertPage { Items = [.. page.Rows.Select(ScheduledAlertResources.Of)], Next = page.Next };
    }

    public async Task<ScheduledAlertResource?> FindAsync(Guid alert, CancellationToken cancel)
    {
        var id = ScheduledAlertId.FromGuid(alert);
        if (await store.GetAsync(id, cancel) is not { } row)
        {
            return null;
        }

        var records = await store.ListOccurrencesAsync(id, MostOccurrences, cancel);
        return ScheduledAlertResources.Of(row) with { Occurrences = [.. records.Select(record => ScheduledAlertResources.Of(record, row.Plan, Texts))] };
    }

    public async Task<ScheduleChangeOutcome> ChangeAsync(Guid alert, ScheduleChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        try
        {
            var verdict = await store.ChangeAsync(ScheduledAlertId.FromGuid(alert), change, orderedBy, reason, cancel);
            runner.Wake();
            return await FindAsync(alert, cancel) is not { } now ? new ScheduleChangeOutcome.Unknown()
                : verdict is ScheduleVerdict.Done or ScheduleVerdict.AlreadySo ? new ScheduleChangeOutcome.Done(now)
                : new ScheduleChangeOutcome.NotPossible(now);
        }
        catch (AlertStoreException fault)
        {
            return new ScheduleChangeOutcome.Unavailable(fault.Message);
        }
    }

    private async Task<PlanOutcome> AcceptedAsync(ScheduleAcceptance accepted, CancellationToken cancel)
    {
        var row = await store.GetAsync(accepted.Alert, cancel) ?? throw new InvalidOperationException($"Planned alert {accepted.Alert} was accepted and is not there.");
        var resource = ScheduledAlertResources.Of(row);
        return new PlanOutcome.Accepted(new PlanAlertResponse
        {
            Id = resource.Id,
            AlreadyAccepted = accepted.Verdict == AcceptVerdict.AlreadyAccepted,
            Recipients = row.Recipients,
            Upcoming = resource.Upcoming,
        });
    }
}
