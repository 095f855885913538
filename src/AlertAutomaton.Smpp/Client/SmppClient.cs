using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;
using AlertAutomaton.Smpp.Text;
using AlertAutomaton.Smpp.Tracing;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Smpp.Client;

/// <summary>
/// One gateway: stays bound, submits texts within window and rate, brings receipts and replies. Nothing is queued across a cut: each submission has
/// its result soon, and says whether it may go elsewhere at once (<see cref="SubmitResultKind.NotSent"/>) or may have been taken
/// (<see cref="SubmitResultKind.Unknown"/>). Thread-safe.
/// </summary>
public sealed partial class SmppClient : IAsyncDisposable, ISmppSessionUser
{
    private static readonly TimeSpan StoringTime = TimeSpan.FromSeconds(10);

    private readonly SmppClientOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _log;
    private readonly ISmppTrace? _trace;
    private readonly long _start;
    private readonly SmppClientCounters _counters = new();
    private readonly RateLimiter _rate;
    private readonly InboundLine _inbound;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _running = Task.CompletedTask;
    private Task _bringing = Task.CompletedTask;
    private TaskCompletionSource _whenBound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SmppSession? _transmitter;
    private SmppSession? _receiver;
    private DateTimeOffset _since;
    private string? _lastFault;
    private TimeSpan? _throttlingToldAt;
    private int _reference;

    /// <summary>Prepares a gateway; nothing is connected before <see cref="Start"/>.</summary>
    /// <param name="options">Checked by <see cref="SmppClientOptionsValidator"/>.</param>
    /// <param name="store">
    /// Takes a receipt or reply; true once it is stored for good. It is called in order, up to 64 being stored at a time. On false or an exception
    /// the gateway is asked to repeat it.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads waits; used under a lock.</param>
    /// <param name="log">The log.</param>
    /// <param name="trace">Takes the wire trace; null for none.</param>
    /// <exception cref="ArgumentException">The options have faults; all are told.</exception>
    public SmppClient(
        SmppClientOptions options, Func<InboundSms, Task<bool>> store, TimeProvider time, Random random, ILogger log, ISmppTrace? trace = null)
    {
        if (SmppClientOptionsValidator.Validate(options) is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        (_options, _time, _random, _log, _trace) = (options, time, random, log, trace);
        _start = time.GetTimestamp();
        _since = time.GetUtcNow();
        _rate = new RateLimiter(options.SegmentsPerSecond);
        _inbound = new InboundLine(options, store, _counters, time, _start, log);
        _reference = random.Next(ushort.MaxValue);
    }

    /// <summary>Raised when the gateway becomes bound or not, or cannot be reached for another reason; on a loop that must not be held up.</summary>
    public event EventHandler<SmppClientChangedEventArgs>? Changed;

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Begins to connect and stays at it until disposed.</summary>
    public void Start()
    {
        _bringing = Task.Run(_inbound.RunAsync);
        _running = _options.BindMode == SmppBindMode.Transceiver
            ? Task.Run(() => KeepBoundAsync(new BindTransceiver(SequenceNumber.First)))
            : Task.WhenAll(
                Task.Run(() => KeepBoundAsync(new BindTransmitter(SequenceNumber.First))),
                Task.Run(() => KeepBoundAsync(new BindReceiver(SequenceNumber.First))));
    }

    /// <summary>Waits until submissions are taken.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public Task WhenBoundAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _whenBound.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>The size of a text by this gateway's settings.</summary>
    public SmsSize Measure(string text) => SmsMeasure.Of(text, _options.Text);

    /// <summary>How it stands now.</summary>
    public SmppClientSnapshot Snapshot()
    {
        lock (_gate)
        {
            var (queued, inWindow) = _transmitter?.Load ?? (0, 0);
            return new SmppClientSnapshot
            {
                Name = _options.Name,
                IsBound = _transmitter is not null,
                IsReceiving = _receiver is not null,
                Since = _since,
                LastFault = _lastFault,
                WindowInUse = inWindow,
                Queued = queued,
                SegmentsPerSecond = _transmitter?.Rate ?? _options.SegmentsPerSecond,
                Counts = _counters.Read(),
            };
        }
    }

    /// <summary>
    /// Unbinds, in bounded time, and stores what came. What still waits to leave is <see cref="SubmitResultKind.NotSent"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _inbound.Complete();
        try
        {
            await _bringing.WaitAsync(StoringTime, _time);
            _inbound.Dispose();
        }
        catch (TimeoutException failure)
        {
            // What hangs in the application is not answered; the gateway repeats it after the next bind.
            SmppClientLog.StoringFailed(_log, _options.Name, failure);
        }
    }
}
