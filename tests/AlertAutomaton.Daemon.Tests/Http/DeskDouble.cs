using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Events;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Contracts.Verification;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.Tests.Http;

/// <summary>A desk that keeps orders in memory with the promises of the real one: one alert per key, a conflict for another body.</summary>
internal sealed class DeskDouble : IAlertDesk
{
    private readonly ConcurrentDictionary<string, (string Body, Guid Id)> _byKey = new(StringComparer.Ordinal);
    private readonly Channel<LiveEvent> _events = Channel.CreateUnbounded<LiveEvent>();

    public ConcurrentDictionary<Guid, AlertResource> Alerts { get; } = new();

    public LaunchOutcome? NextLaunch { get; set; }

    public Exception? Fault { get; set; }

    public bool Ready { get; set; } = true;

    public long AskedAfter { get; private set; } = -1;

    public string? LastReason { get; private set; }

    public void Raise(LiveEvent happened) => _events.Writer.TryWrite(happened);

    public Task<LaunchOutcome> LaunchAsync(LaunchAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        if (NextLaunch is { } prepared)
        {
            return Task.FromResult(prepared);
        }

        var body = JsonSerializer.Serialize(order);
        var (known, id) = _byKey.GetOrAdd(idempotencyKey, _ => (body, Guid.CreateVersion7(DateTimeOffset.UnixEpoch)));
        if (known != body)
        {
            return Task.FromResult<LaunchOutcome>(new LaunchOutcome.KeyConflict());
        }

        var isNew = Alerts.TryAdd(id, Resource(id, order.Title, "running"));
        return Task.FromResult<LaunchOutcome>(new LaunchOutcome.Accepted(
            new LaunchAlertResponse { Id = id, AlreadyAccepted = !isNew, Recipients = order.Recipients.Count }));
    }

    public Task<ForecastOutcome> ForecastAsync(LaunchAlertRequest order, CancellationToken cancel) =>
        Task.FromResult<ForecastOutcome>(new ForecastOutcome.Known(new ForecastResource
        {
            Recipients = order.Recipients.Count,
            Channels = 30,
            CallsPerSecond = 1,
            CallsPerMinute = 60,
            MessageSeconds = 20,
            FirstPassSeconds = 60,
            TotalSeconds = 120,
            Attempts = 2,
            ReachedByFirstPass = 1,
            Reached = 1,
            LimitedBy = "lines",
            EndsByLifetime = false,
        }));

    public Task<AlertPage> ListAsync(string? after, int limit, CancellationToken cancel) =>
        Fault is null ? Task.FromResult(new AlertPage { Items = [.. Alerts.Values.Take(limit)] }) : Task.FromException<AlertPage>(Fault);

    public Task<AlertResource?> FindAsync(Guid alert, CancellationToken cancel) => Task.FromResult(Alerts.GetValueOrDefault(alert));

    public Task<ChangeOutcome> ChangeAsync(Guid alert, AlertChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        LastReason = reason;
        if (!Alerts.TryGetValue(alert, out var known))
        {
            return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Unknown());
        }

        if (change == AlertChange.Resume && known.State != "paused")
        {
            return Task.FromResult<ChangeOutcome>(new ChangeOutcome.NotPossible(known));
        }

        var state = change switch { AlertChange.Pause => "paused", AlertChange.Resume => "running", _ => "ending" };
        return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Done(Alerts[alert] = known with { State = state }));
    }

    public async IAsyncEnumerable<LiveEvent> EventsAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        AskedAfter = afterSequence;
        await foreach (var happened in _events.Reader.ReadAllAsync(cancel))
        {
            if (happened.Sequence > afterSequence)
            {
                yield return happened;
            }
        }
    }

    public Task<DaemonStatus> StatusAsync(CancellationToken cancel) => Task.FromResult(new DaemonStatus
    {
        Version = "1",
        StartedAt = DateTimeOffset.UnixEpoch,
        Components = Health().Components,
        Trunks = [new TrunkStatus { Name = "operator", State = "up", Channels = 30, InUse = 3, CallsPerSecond = 1 }],
        Alerts = [.. Alerts.Values],
    });

    public CalendarMonth? AskedMonth { get; private set; }

    public Task<UsageResource> UsageAsync(CalendarMonth? month, CancellationToken cancel)
    {
        AskedMonth = month;
        var figures = new UsageFiguresResource { Texts = 2, Segments = 5, CallsBegun = 3, CallsAnswered = 1, CallSeconds = 61, Mails = 0, Amount = 1.25m };
        return Task.FromResult(new UsageResource
        {
            Month = (month ?? new CalendarMonth(2026, 11)).ToString(),
            TimeZone = "Europe/Paris",
            Currency = "EUR",
            Total = figures,
            Lines = [new LineUsageResource { Channel = "voice", Line = "=operator", Figures = figures }],
        });
    }

    public Task<VerificationResource?> VerifyAsync(Guid alert, CancellationToken cancel) => Task.FromResult(
        Alerts.TryGetValue(alert, out var known)
            ? new VerificationResource { Sound = true, Alert = alert, Title = known.Title, Entries = 3, FinalHash = "00", RowsCompared = true }
            : null);

    public async Task ExportJournalAsync(Guid alert, Stream output, CancellationToken cancel) => await output.WriteAsync("journal"u8.ToArray(), cancel);

    public HealthReport Health() => Ready
        ? new HealthReport { Status = "ready", Components = [new HealthComponent("store", "ok", null)] }
        : new HealthReport { Status = "notReady", Components = [new HealthComponent("store", "fail", "The disk is full.")] };

    public static AlertResource Resource(Guid id, string title, string state) => new()
    {
        Id = id,
        Title = title,
        Kind = "exercise",
        State = state,
        Policy = "alert",
        LaunchedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(2),
        Progress = new AlertProgressResource
        {
            Recipients = 1,
            Confirmed = 0,
            ProbablyHeard = 0,
            VoicemailOnly = 0,
            SentOnly = 0,
            Unreached = 0,
            HelpRequests = 0,
            Pending = 1,
            Attempts = 0,
            InFlight = 0,
            PeakInFlight = 0,
            ElapsedSeconds = 0,
        },
    };
}
