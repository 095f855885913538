using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Smpp.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The product's SMPP client at a real SMSC, with all that it brought kept.</summary>
internal sealed class GatewayRun : IAsyncDisposable
{
    private readonly Gathering<InboundSms> _inbox;

    private GatewayRun(SmppClientOptions options, Func<string> peer)
    {
        _inbox = new Gathering<InboundSms>(peer);
        Client = new SmppClient(
            options,
            sms =>
            {
                _inbox.Add(sms);
                return Task.FromResult(true);
            },
            TimeProvider.System,
            new Random(1),
            NullLogger.Instance);
    }

    public SmppClient Client { get; }

    /// <summary>The gateway as most tests have it: quick, so that no test waits for the pace of the trade.</summary>
    public static SmppClientOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        SystemId = NodeSmsc.SystemId,
        Password = NodeSmsc.Password,
        SegmentsPerSecond = 2_000,
        FirstReconnectWait = TimeSpan.FromMilliseconds(50),
        LongestReconnectWait = TimeSpan.FromMilliseconds(200),
    };

    /// <summary>Starts without waiting.</summary>
    public static GatewayRun Start(SmppClientOptions options, Func<string> peer)
    {
        var run = new GatewayRun(options, peer);
        run.Client.Start();
        return run;
    }

    /// <summary>Starts and waits until submissions are taken and receipts can come.</summary>
    public static async Task<GatewayRun> StartBoundAsync(SmppClientOptions options, Func<string> peer)
    {
        GatewayRun run = Start(options, peer);
        await run.WhenBoundAsync();
        return run;
    }

    public async Task WhenBoundAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (Client.Snapshot() is not { IsBound: true, IsReceiving: true })
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"not bound: {Client.Snapshot().LastFault}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<SubmitResult> SubmitAsync(string destination, string text) =>
        Client.SubmitAsync(new SmsSubmission { Source = "MAIRIE", Destination = destination, Text = text }, TestContext.Current.CancellationToken);

    /// <summary>Waits until as many receipts or texts came.</summary>
    public async Task<IReadOnlyList<T>> WaitAsync<T>(int count)
        where T : InboundSms => [.. (await _inbox.WaitAsync(count, sms => sms is T)).Cast<T>()];

    /// <summary>The receipts or texts so far.</summary>
    public IReadOnlyList<T> Brought<T>()
        where T : InboundSms => [.. _inbox.All.OfType<T>()];

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
