using System.Threading.Channels;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// The only loop. It owns every alert in memory; whatever happens elsewhere (a command, a line that came free, a report of a
/// channel, an answer of the store, a timer) is posted to it. It never waits: appends and attempts run beside it, many at once.
/// <code>
///   launch/restart ─► ingest ─► due ──(time)──► ready ──(line free)──► AttemptBegun on disk ─► channel
///                       ▲                                                                        │
///                       └──────── planned again ◄── AttemptEnded + next step on disk ◄───────────┘
/// </code>
/// </summary>
internal sealed partial class Dispatcher : IAsyncDisposable
{
    private const int IngestPerTurn = 20_000;
    private const int FinalsInFlight = 5_000;

    private static readonly TimeSpan WatchInterval = TimeSpan.FromMinutes(1);

    private readonly Channel<Action> _mail = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IAlertStore _store;
    private readonly Dictionary<ChannelKind, IDeliveryChannel> _channels;
    private readonly HashSet<ChannelKind> _served;
    private readonly Dictionary<(ChannelKind Kind, string Route), RouteQueues> _routes = [];
    private readonly List<AlertRun> _runs = [];
    private readonly NumberGuard _guard = new();
    private readonly Queue<AlertProgress> _finished = new();
    private readonly NumberPolicy _numbers;
    private readonly DispatcherOptions _options;
    private readonly SteadyClock _clock;
    private readonly JournalWriter _writer;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly bool _pumped;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loop = Task.CompletedTask;
    private DateTimeOffset? _armed;
    private int _capacityPosted;
    private int _finalsInFlight;
    private bool _shutdown;

    /// <param name="store">Where everything is written.</param>
    /// <param name="channels">One per kind.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="feed">Who wants to know.</param>
    /// <param name="logger">The log.</param>
    /// <param name="pumped">True: a test calls <see cref="Pump"/> itself, and everything runs on its thread.</param>
    public Dispatcher(
        IAlertStore store,
        IEnumerable<IDeliveryChannel> channels,
        DispatcherOptions options,
        TimeProvider time,
        AlertFeed feed,
        ILogger logger,
        bool pumped = false)
    {
        _store = store;
        _channels = channels.ToDictionary(channel => channel.Kind);
        _served = [ChannelKind.Voice, .. _channels.Keys];
        _options = options;
        _clock = new SteadyClock(time);
        _numbers = new NumberPolicy(options.Numbers);
        _logger = logger;
        _pumped = pumped;
        Feed = feed;
        _writer = new JournalWriter(store, options, _clock, Post, HealthChanged, logger);
        _timer = time.CreateTimer(_ => Post(static () => { }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var channel in _channels.Values)
        {
            channel.CapacityChanged += OnCapacityChanged;
        }
    }

    public AlertFeed Feed { get; }

    /// <summary>The code of a household for the residents' line; asked only by texts and mails that hold it, from any thread.</summary>
    public Func<AlertId, RecipientId, int?>? CodeOf { get; init; }

    public DateTimeOffset Now => _clock.Now;

    /// <summary>The latest state, safe to read from any thread.</summary>
    public DispatcherHealth Health { get; private set; } = DispatcherHealth.Well;

    /// <summary>Begins to turn on a thread of the pool.</summary>
    public void Start() => _loop = _pumped ? Task.CompletedTask : Task.Run(TurnForeverAsync);

    /// <summary>Hands something to the loop.</summary>
    public void Post(Action action) => _mail.Writer.TryWrite(action);

    /// <summary>Does everything that can be done now, on the caller's thread.</summary>
    public void Pump()
    {
        do
        {
            while (_mail.Reader.TryRead(out var action))
            {
                Guarded(action);
            }

            Guarded(Turn);
        }
        while (_mail.Reader.TryPeek(out _));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
        {
            channel.CapacityChanged -= OnCapacityChanged;
        }

        _mail.Writer.TryComplete();
        await _loop;
        await _timer.DisposeAsync();
    }

    public void ChannelFault(Exception fault, AttemptId attempt) => _logger.ChannelFault(fault, attempt);

    private async Task TurnForeverAsync()
    {
        while (await _mail.Reader.WaitToReadAsync())
        {
            Pump();
        }
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault)
        {
            // One broken step must not stop the calls of a whole town; it is an error that somebody must see.
            _logger.LoopFault(fault);
        }
    }

    private void Offload(Action action)
    {
        if (_pumped)
        {
            action();
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work(), action, preferLocal: false);
    }

    private void OnCapacityChanged()
    {
        if (Interlocked.Exchange(ref _capacityPosted, 1) == 0)
        {
            Post(() => Volatile.Write(ref _capacityPosted, 0));
        }
    }

    private void HealthChanged(DispatcherHealth health)
    {
        if (health.IsFatal && !Health.IsFatal)
        {
            CutCalls(_options.TalkingLimitWithoutStore);
        }

        Health = health;
        Feed.Publish(new HealthNotice(health) { At = Now });
    }

    private void Turn()
    {
        var now = Now;
        _writer.Turn(now);
        for (var i = _runs.Count - 1; i >= 0; i--)
        {
            Advance(_runs[i], now);
        }

        ServeLines(now);
        PublishProgress(now);
        if (_shutdown && _runs.TrueForAll(run => run.Open.Count == 0 && (run.EndsInFlight == 0 || _writer.Health.IsFatal)))
        {
            _drained.TrySetResult();
        }

        ArmTimer(now);
    }

    private void Advance(AlertRun run, DateTimeOffset now)
    {
        if (run.Phase is AlertPhase.Running or AlertPhase.Paused && now >= run.Alert.ExpiresAt && !run.FinishWritten)
        {
            Expire(run);
        }

        Watch(run, now);
        if (run.TalkingEnds <= now)
        {
            run.TalkingEnds = null;
            foreach (var attempt in run.Open)
            {
                Cancel(attempt);
            }
        }

        if (run.Phase == AlertPhase.Running)
        {
            while (run.Due.TryPeek(out _, out var due) && due <= now.UtcTicks)
            {
                var entry = run.Due.Dequeue();
                if (!entry.IsStale)
                {
                    Plan(run, entry.Recipient);
                }
            }
        }

        if (run.Phase is AlertPhase.Running or AlertPhase.Paused)
        {
            Ingest(run);
        }
    }

    /// <summary>Ends attempts that a channel does not end.</summary>
    private void Watch(AlertRun run, DateTimeOffset now)
    {
        if (run.WatchAt is null || run.WatchAt > now)
        {
            return;
        }

        run.WatchAt = run.Open.Count > 0 ? now + WatchInterval : null;
        foreach (var attempt in run.Open.Where(attempt => now - attempt.Begun >= _options.AttemptLimit).ToList())
        {
            if (!attempt.IsCancelled)
            {
                Cancel(attempt);
            }
            else if (!attempt.Recipient.Writing && now - attempt.Begun >= _options.AttemptLimit + WatchInterval)
            {
                attempt.Reservation?.Dispose();
                AttemptOver(attempt, new AttemptResult { Outcome = AttemptOutcome.Network, Detail = "the channel did not end the attempt" });
            }
        }
    }

    /// <summary>Plans every recipient for the first time, vulnerable ones first, in portions so that calls begin at once.</summary>
    private void Ingest(AlertRun run)
    {
        var count = run.Recipients.Length;
        var last = Math.Min(run.Ingested + IngestPerTurn, 2 * count);
        while (run.Ingested < last && _finalsInFlight < FinalsInFlight)
        {
            var recipient = run.Recipients[run.Ingested % count];
            if (recipient.Vulnerable == run.Ingested < count)
            {
                Plan(run, recipient);
            }

            run.Ingested++;
        }

        if (run.Ingested < 2 * count && _finalsInFlight < FinalsInFlight)
        {
            Post(static () => { });
        }
        else if (run.Ingested == 2 * count)
        {
            CheckFinished(run);
        }
    }

    private void PublishProgress(DateTimeOffset now)
    {
        foreach (var run in _runs)
        {
            if (run.ProgressChanged && now - run.ProgressSent >= _options.ProgressInterval)
            {
                Publish(run, now);
            }
        }
    }

    private void Publish(AlertRun run, DateTimeOffset now)
    {
        run.ProgressChanged = false;
        run.ProgressSent = now;
        run.Latest = run.Snapshot(now);
        Feed.Publish(new ProgressNotice(run.Latest) { At = now });
    }

    private void ArmTimer(DateTimeOffset now)
    {
        var next = _writer.NextRetry;
        foreach (var run in _runs)
        {
            Earlier(run.TalkingEnds);
            Earlier(run.WatchAt);
            if (run.ProgressChanged)
            {
                Earlier(run.ProgressSent + _options.ProgressInterval);
            }

            if (run.Phase is AlertPhase.Running or AlertPhase.Paused)
            {
                Earlier(run.Alert.ExpiresAt);
            }

            if (run.Phase == AlertPhase.Running && run.Due.TryPeek(out _, out var due))
            {
                Earlier(new DateTimeOffset(due, TimeSpan.Zero));
            }
        }

        if (next == _armed && next > now)
        {
            return;
        }

        _armed = next;

        // A timer takes at most some 49 days; an earlier wake-up only arms it again.
        var wait = next is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromTicks(Math.Clamp((next.Value - now).Ticks, TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerDay));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);

        void Earlier(DateTimeOffset? candidate)
        {
            if (candidate is not null && (next is null || candidate < next))
            {
                next = candidate;
            }
        }
    }
}
