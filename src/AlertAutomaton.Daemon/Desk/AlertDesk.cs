using System.Globalization;
using System.Runtime.CompilerServices;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Events;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Contracts.Verification;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Desk.Readings;
using AlertAutomaton.Daemon.Desk.Usage;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.Verification;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The desk of the engine in this process.</summary>
internal sealed class AlertDesk(
    AlertService service,
    IAlertStore store,
    AlertMessages messages,
    EngineLines lines,
    DeskHealth health,
    EngineReadings readings,
    UsageDesk usage,
    LaunchForesight foresight,
    DutyConsole duty,
    DeskSettings settings,
    TimeProvider time) : IAlertDesk
{
    private readonly LaunchOrderReader _reader = new(settings.Launch, time);

    public async Task<LaunchOutcome> LaunchAsync(LaunchAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        var (prepared, outcome) = await PrepareAsync(order, orderedBy, cancel);
        if (prepared is null)
        {
            return outcome!;
        }

        var (request, length) = prepared.Value;
        LaunchGate gate;
        try
        {
            gate = await foresight.JudgeAsync(request, length, idempotencyKey, Texts, cancel);
        }
        catch (AlertStoreException fault)
        {
            messages.Forget(request.Message);
            return new LaunchOutcome.Unavailable(fault.Message);
        }

        if (gate.Refusal is { } refusal)
        {
            messages.Forget(request.Message);
            return new LaunchOutcome.OverQuota(refusal);
        }

        var result = await service.LaunchAsync(gate.Request, idempotencyKey, cancel);
        switch (result.Verdict)
        {
            case LaunchVerdict.Accepted:
                messages.Keep(result.Alert, request.Message, length);
                var known = gate.Known ?? await foresight.ForeseeAsync(request, length, cancel);
                return Accepted(result, already: false, request.Audience.Count - result.LeftOut, known.Resource);
            case LaunchVerdict.AlreadyAccepted:
                messages.Forget(request.Message);
                return Accepted(result, already: true, request.Audience.Count, forecast: null);
            case LaunchVerdict.KeyConflict:
                messages.Forget(request.Message);
                return new LaunchOutcome.KeyConflict();
            case LaunchVerdict.Invalid:
                messages.Forget(request.Message);
                return new LaunchOutcome.Invalid([.. result.Faults.Select(fault => new FieldProblem("", fault))]);
            case LaunchVerdict.StoreFull:
                messages.Forget(request.Message);
                return new LaunchOutcome.NoSpace(string.Join(' ', result.Faults));
            default:
                messages.Forget(request.Message);
                return new LaunchOutcome.Unavailable(string.Join(' ', result.Faults));
        }
    }

    public async Task<ForecastOutcome> ForecastAsync(LaunchAlertRequest order, CancellationToken cancel)
    {
        var (prepared, outcome) = await PrepareAsync(order, "forecast", cancel);
        if (prepared is null)
        {
            return new ForecastOutcome.Invalid(((LaunchOutcome.Invalid)outcome!).Problems);
        }

        var (request, length) = prepared.Value;
        messages.Forget(request.Message);
        return new ForecastOutcome.Known((await foresight.ForeseeAsync(request, length, cancel)).Resource);
    }

    public async Task<AlertPage> ListAsync(string? after, int limit, CancellationToken cancel)
    {
        var page = await service.ListAsync(new AlertQuery { After = after, Limit = limit }, cancel);
        var items = new List<AlertResource>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            items.Add(await ResourceAsync(row));
        }

        return new AlertPage { Items = items, Next = page.Next };
    }

    public async Task<AlertResource?> FindAsync(Guid alert, CancellationToken cancel) =>
        await service.GetAsync(AlertId.FromGuid(alert), cancel) is { } row ? await ResourceAsync(row) : null;

    public async Task<ChangeOutcome> ChangeAsync(Guid alert, AlertChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        var id = AlertId.FromGuid(alert);
        if (await service.GetAsync(id, cancel) is not { } before)
        {
            return new ChangeOutcome.Unknown();
        }

        var verdict = change switch
        {
            AlertChange.Pause => await service.PauseAsync(id, orderedBy, reason ?? ""),
            AlertChange.Resume => await service.ResumeAsync(id, orderedBy),
            _ => await service.StopAsync(id, orderedBy, reason ?? ""),
        };
        var now = await service.GetAsync(id, cancel) ?? before;
        return verdict switch
        {
            CommandVerdict.Done or CommandVerdict.AlreadySo => new ChangeOutcome.Done(await ResourceAsync(now)),
            CommandVerdict.InForceNotWritten => new ChangeOutcome.Unavailable(Texts["desk.in-force-not-written"]),
            _ => new ChangeOutcome.NotPossible(await ResourceAsync(now)),
        };
    }

    public async IAsyncEnumerable<LiveEvent> EventsAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A number ahead of the stream comes from an earlier process: everything of this one is new to that client.
        var after = afterSequence > service.Feed.LastSequence ? 0 : afterSequence;
        await foreach (var notice in service.Feed.ReadAsync(after, cancel))
        {
            yield return LiveEvents.Of(notice);
        }
    }

    public async Task<DaemonStatus> StatusAsync(CancellationToken cancel)
    {
        var page = await service.ListAsync(new AlertQuery { OnlyUnfinished = true, Limit = 100 }, cancel);
        var alerts = new List<AlertResource>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            alerts.Add(await ResourceAsync(row));
        }

        return new DaemonStatus
        {
            Version = settings.Version,
            StartedAt = settings.StartedAt,
            Components = health.Report().Components,
            Trunks = lines.Trunks(),
            Gateways = lines.Gateways(),
            Alerts = alerts,
            Engine = await readings.StatusAsync(cancel),
            Usage = await usage.PresentAsync(cancel),
            Duty = duty.Status,
        };
    }

    public Task<UsageResource> UsageAsync(CalendarMonth? month, CancellationToken cancel) => usage.MonthAsync(month, cancel);

    public async Task<VerificationResource?> VerifyAsync(Guid alert, CancellationToken cancel)
    {
        var id = AlertId.FromGuid(alert);
        return await store.GetAlertAsync(id, cancel) is null ? null : Verifications.Of(await JournalVerifier.VerifyAsync(store, id, cancel));
    }

    public Task ExportJournalAsync(Guid alert, Stream output, CancellationToken cancel) =>
        SealedJournal.ExportAsync(store, AlertId.FromGuid(alert), output, time, cancel);

    public HealthReport Health() => health.Report();

    private static OperatorTexts Texts => new(CultureInfo.CurrentUICulture);

    private async Task<((LaunchRequest Request, TimeSpan Length)? Prepared, LaunchOutcome? Refusal)> PrepareAsync(
        LaunchAlertRequest order, string orderedBy, CancellationToken cancel)
    {
        var reading = _reader.Read(order, orderedBy, Texts);
        if (reading.Request is not { } request)
        {
            return (null, new LaunchOutcome.Invalid(reading.Problems));
        }

        // Spoken before the order is accepted: an alert never waits for a synthesiser, and one without sound is never launched.
        var (preparation, length) = await messages.PrepareAsync(request.Message, cancel);
        if (preparation.IsComplete)
        {
            return ((request, length), null);
        }

        messages.Forget(request.Message);
        var why = Texts.Format("order.not-spoken", AlertMessages.Describe(preparation, CultureInfo.CurrentUICulture));
        return (null, new LaunchOutcome.Invalid([new FieldProblem("/messages", why)]));
    }

    private static LaunchOutcome.Accepted Accepted(LaunchResult result, bool already, int recipients, ForecastResource? forecast) => new(new LaunchAlertResponse
    {
        Id = result.Alert.Value, AlreadyAccepted = already, Recipients = recipients, LeftOut = result.LeftOut, RefusalsOverridden = result.RefusalsOverridden, Forecast = forecast,
    });

    private async Task<AlertResource> ResourceAsync(AlertRow row)
    {
        var live = await service.GetProgressAsync(row.Alert.Id);
        return AlertResources.Of(row, live, live is null ? null : (await foresight.RemainingAsync(row.Alert, live, CancellationToken.None))?.TotalSeconds, time.GetUtcNow());
    }
}
