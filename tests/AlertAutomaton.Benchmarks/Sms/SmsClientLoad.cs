using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>Messages submitted by the product's client, as many waiting in it as an alert keeps waiting: twice the window.</summary>
internal sealed class SmsClientLoad : IAsyncDisposable
{
    private const string Text = "ALERTE: la riviere deborde. Montez. Repondez 1.";
    private readonly SmppClient _client;
    private readonly int _window;
    private int _left;
    private int _failed;
    private int _receipts;

    private SmsClientLoad(int port, int window)
    {
        _window = window;
        // The sink has no window of its own for receipts and repeats none: they must find room.
        var options = new SmppClientOptions
        {
            Host = "127.0.0.1", Port = port, SystemId = "mairie", Password = "secret", Window = window, SegmentsPerSecond = 100_000, InboundLimit = 100_000,
        };
        _client = new SmppClient(
            options,
            _ =>
            {
                Interlocked.Increment(ref _receipts);
                return Task.FromResult(true);
            },
            TimeProvider.System,
            new Random(1),
            NullLogger.Instance);
    }

    /// <summary>One of the messages as a PDU.</summary>
    public static SubmitSm Submit => new(SequenceNumber.First)
    {
        Source = SmppAddress.Detect("MAIRIE"),
        Destination = SmppAddress.Detect("+33639980001"),
        RegisteredDelivery = 1,
        ShortMessage = new OctetString(System.Text.Encoding.ASCII.GetBytes(Text)),
    };

    public static async Task<SmsLoad> RunAsync(int port, int window, int warmUp, int messages)
    {
        await using var load = new SmsClientLoad(port, window);
        load._client.Start();
        await load._client.WhenBoundAsync(CancellationToken.None);
        await load.SubmitAllAsync(warmUp);
        var meter = new CpuMeter();
        int failed = await load.SubmitAllAsync(messages);
        return new SmsLoad(messages / meter.Elapsed.TotalSeconds, meter.Used.TotalMicroseconds / messages, failed);
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private async Task<int> SubmitAllAsync(int messages)
    {
        (_left, _failed, _receipts) = (messages, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 2 * _window).Select(_ => Task.Run(SubmitAsync)));

        // The last receipts come with the last responses or right behind them; one that is refused does not come.
        long start = TimeProvider.System.GetTimestamp();
        while (Volatile.Read(ref _receipts) < messages && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
        {
            await Task.Yield();
        }

        return _failed + messages - _receipts;
    }

    private async Task SubmitAsync()
    {
        var submission = new SmsSubmission { Source = "MAIRIE", Destination = "+33639980001", Text = Text };
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            if ((await _client.SubmitAsync(submission)).Kind != SubmitResultKind.Accepted)
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }
}
