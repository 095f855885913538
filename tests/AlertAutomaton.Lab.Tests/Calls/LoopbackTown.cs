using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Calls;

/// <summary>The daemon's telephone and the lab's town on one machine, joined by real SIP and RTP over loopback.</summary>
internal sealed class LoopbackTown : IAsyncDisposable
{
    // Below the ports that the system hands out by itself, off the default range of the daemon, and elsewhere for every test process.
    private const int FirstPort = 10_000;
    private const int BlockSize = 400;
    private const int Blocks = 48;
    private static int _portBlocks = Environment.ProcessId * 7;

    private LoopbackTown(LabTown town, TelephonyService service)
    {
        Town = town;
        Service = service;
    }

    public static PhoneTimes Quick { get; } = new()
    {
        Ring = TimeSpan.FromMilliseconds(100), Key = TimeSpan.FromMilliseconds(500), BetweenKeys = TimeSpan.FromMilliseconds(400), HangUp = TimeSpan.FromMilliseconds(400),
        LongestCall = TimeSpan.FromSeconds(30),
    };

    public LabTown Town { get; }

    public TelephonyService Service { get; }

    public static async Task<LoopbackTown> StartAsync(Func<LabTownOptions, LabTownOptions>? town = null, Func<TrunkOptions, TrunkOptions>? trunk = null)
    {
        int ports = NextPorts();
        var options = new LabTownOptions { Times = Quick, FirstRtpPort = ports, LastRtpPort = ports + BlockSize - 1 };
        var lab = new LabTown(town?.Invoke(options) ?? options, TimeProvider.System, NullLoggerFactory.Instance);
        await lab.StartAsync(default);
        var line = new TrunkOptions { Name = "lab", Uri = lab.TrunkUri, CallerId = "+33162000000", Channels = 100, CallsPerSecond = 200 };
        var service = Telephone(trunk?.Invoke(line) ?? line);
        await service.StartAsync(default);
        return new LoopbackTown(lab, service);
    }

    public static TelephonyService Telephone(params TrunkOptions[] trunks)
    {
        int ports = NextPorts();
        return new TelephonyService(
            new TelephonyOptions { Listen = ["udp:127.0.0.1:0"], FirstRtpPort = ports, LastRtpPort = ports + BlockSize - 1, Trunks = trunks },
            new SipResolver(new SipResolverOptions(), new Random(1), TimeProvider.System, NullLogger.Instance),
            TimeProvider.System,
            NullLoggerFactory.Instance);
    }

    public static int NextPorts() => FirstPort + (Interlocked.Increment(ref _portBlocks) % Blocks * BlockSize);

    public async Task<TrunkLine> ReserveAsync(string number)
    {
        string route = Service.Lines.RouteOf(number);
        TrunkLine? line;
        while (!Service.Lines.TryReserve(route, out line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        return line;
    }

    public async Task<CallPlacement> PlaceAsync(string number, PlaceOptions? options = null, CancellationToken ct = default)
    {
        TrunkLine line = await ReserveAsync(number);
        return await line.PlaceAsync(number, options ?? new PlaceOptions { RingTime = TimeSpan.FromSeconds(5) }, ct).WaitAsync(TimeSpan.FromSeconds(45), TimeProvider.System, CancellationToken.None);
    }

    public async Task<Call> AnsweredAsync(string number, PlaceOptions? options = null)
    {
        CallPlacement placement = await PlaceAsync(number, options);
        Assert.True(placement.IsAnswered, placement.Verdict?.Detail);
        return placement.Call;
    }

    public async Task<CallVerdict> RefusedAsync(string number, PlaceOptions? options = null)
    {
        CallPlacement placement = await PlaceAsync(number, options);
        Assert.False(placement.IsAnswered);
        return placement.Verdict;
    }

    /// <summary>Waits, within reason, until nothing is in use any more on either side.</summary>
    public async Task ExpectNothingLeftAsync()
    {
        for (int look = 0; look < 250 && (Service.CallsInProgress + Service.SoundsInUse + Service.Lines.InUse + Town.InUse) > 0; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal((0, 0, 0, 0), (Service.CallsInProgress, Service.SoundsInUse, Service.Lines.InUse, Town.InUse));
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Town.DisposeAsync();
    }
}
