using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Tracing;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A gateway spoken to by SMPP. Window, rate, alphabet and receipts are those of its <see cref="GatewayOptions"/>, said once.</summary>
public sealed class SmppGateway : ISmsGateway, IAsyncDisposable
{
    // The client takes no infinite rate; this is far beyond what any network carries.
    private const double FastestRate = 100_000;

    private readonly SmppClient _client;
    private IGatewayListener? _listener;
    private volatile bool _isUp;

    /// <summary>Prepares the gateway; nothing is connected before <see cref="Start"/>.</summary>
    /// <param name="options">The gateway as the channel sees it.</param>
    /// <param name="connection">How it is reached; name, window, rate, text and receipts are taken from <paramref name="options"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads waits; used by this gateway only.</param>
    /// <param name="log">The log.</param>
    /// <param name="trace">Takes the wire trace; null for none.</param>
    /// <exception cref="ArgumentException">The options have faults; all are told.</exception>
    public SmppGateway(
        GatewayOptions options, SmppClientOptions connection, TimeProvider time, Random random, ILogger<SmppGateway> log, ISmppTrace? trace = null)
    {
        Options = options;
        _client = new SmppClient(ConnectionOf(options, connection), StoreAsync, time, random, log, trace);
        _client.Changed += OnChanged;
    }

    /// <inheritdoc/>
    public event Action? StateChanged;

    /// <inheritdoc/>
    public GatewayOptions Options { get; }

    /// <inheritdoc/>
    public bool IsUp => _isUp;

    /// <summary>The options that the connection has in the end, for <see cref="SmppClientOptionsValidator"/>.</summary>
    /// <param name="options">The gateway as the channel sees it.</param>
    /// <param name="connection">How it is reached.</param>
    public static SmppClientOptions ConnectionOf(GatewayOptions options, SmppClientOptions connection) => connection with
    {
        Name = options.Name,
        Window = options.Window,
        SegmentsPerSecond = Math.Min(options.SegmentsPerSecond, FastestRate),
        Text = options.Encoding,
        ReceiptIdBase = options.ReceiptIds,
        AskForReceipts = options.SendsReceipts,
    };

    /// <summary>Begins to connect and stays at it until disposed.</summary>
    public void Start() => _client.Start();

    /// <summary>Waits until texts are taken.</summary>
    /// <param name="ct">Gives up.</param>
    public Task WhenUpAsync(CancellationToken ct) => _client.WhenBoundAsync(ct);

    /// <summary>How the connection stands.</summary>
    public SmppClientSnapshot Snapshot() => _client.Snapshot();

    /// <inheritdoc/>
    public void Listen(IGatewayListener listener) => _listener = listener;

    /// <inheritdoc/>
    public async Task<GatewayAnswer> SubmitAsync(OutgoingText text, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return new GatewayAnswer(GatewayVerdict.NotSent, [], "stopped before it left");
        }

        var result = await _client.SubmitAsync(
            new SmsSubmission
            {
                Destination = text.To.ToString(),
                Source = Options.Sender,
                Text = text.Text,
                IsUrgent = text.IsUrgent,
                Validity = text.ValidFor,
                AskForReceipt = text.WantsReceipt,
                AwaitsWhatLeft = true,
            },
            stop);
        return new GatewayAnswer(VerdictOf(result.Kind), result.MessageIds, result.Text) { RetryAfter = result.Wait };
    }

    /// <summary>Unbinds in bounded time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _client.Changed -= OnChanged;
    }

    private static GatewayVerdict VerdictOf(SubmitResultKind kind) => kind switch
    {
        SubmitResultKind.Accepted => GatewayVerdict.Accepted,
        SubmitResultKind.RejectedDestination => GatewayVerdict.InvalidNumber,
        SubmitResultKind.RejectedMessage => GatewayVerdict.Rejected,
        SubmitResultKind.Temporary or SubmitResultKind.Throttled => GatewayVerdict.Later,
        SubmitResultKind.NotSent => GatewayVerdict.NotSent,
        _ => GatewayVerdict.Unknown,
    };

    private Task<bool> StoreAsync(InboundSms received) => (received, _listener) switch
    {
        (InboundReceipt receipt, { } listener) => listener.TakeReceiptAsync(new GatewayReceipt(Options.Name, receipt.Receipt, receipt.Source)),
        (InboundText text, { } listener) => listener.TakeTextAsync(new GatewayText(Options.Name, text.Source, text.Destination, text.Text)),

        // Nobody listens yet: the gateway repeats it.
        _ => Task.FromResult(false),
    };

    private void OnChanged(object? sender, SmppClientChangedEventArgs change)
    {
        _isUp = change.Snapshot.IsBound;
        StateChanged?.Invoke();
    }
}
