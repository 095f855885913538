using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.Telephony.Trunks;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.VoiceServer.Tests.Loopback;

/// <summary>The daemon's telephone between the lab's town, which it calls, and phones that call in, all over real SIP and RTP on loopback.</summary>
internal sealed class Switchboard : IAsyncDisposable
{
    // Below the ports that the system hands out by itself, off the default range of the daemon, and elsewhere for every test process.
    private const int FirstPort = 10_000;
    private const int BlockSize = 400;
    private const int Blocks = 48;
    private static int _portBlocks = Environment.ProcessId * 7;
    private readonly List<TelephonyService> _phones = [];

    private Switchboard(LabTown town, TelephonyService service)
    {
        Town = town;
        Service = service;
    }

    public LabTown Town { get; }

    public TelephonyService Service { get; }

    public static async Task<Switchboard> StartAsync(int channels = 30, int reserved = 0)
    {
        int ports = NextPorts();
        var town = new LabTown(new LabTownOptions { FirstRtpPort = ports, LastRtpPort = ports + BlockSize - 1 }, TimeProvider.System, NullLoggerFactory.Instance);
        await town.StartAsync(default);
        var trunk = new TrunkOptions { Name = "lab", Uri = town.TrunkUri, CallerId = "+33162000000", Channels = channels, ReservedChannels = reserved, CallsPerSecond = 200 };
        TelephonyService service = Telephone(trunk);
        await service.StartAsync(default);
        return new Switchboard(town, service);
    }

    public void Answer(IInboundCallListener listener) => Service.Inbound = listener;

    /// <summary>A phone with its number calls in.</summary>
    public async Task<CallingPhone> CallAsync(string from, string number)
    {
        TelephonyService phone = Telephone(
            new TrunkOptions { Name = "out", Uri = $"sip:{Service.BoundEndPoints[0].EndPoint};transport=udp", CallerId = from, CallsPerSecond = 100, ProbeInterval = TimeSpan.Zero });
        _phones.Add(phone);
        await phone.StartAsync(default);
        return await CallingPhone.CallAsync(phone, number);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (TelephonyService phone in _phones)
        {
            await phone.DisposeAsync();
        }

        await Service.DisposeAsync();
        await Town.DisposeAsync();
    }

    private static TelephonyService Telephone(TrunkOptions trunk)
    {
        int ports = NextPorts();
        return new TelephonyService(
            new TelephonyOptions { Listen = ["udp:127.0.0.1:0"], FirstRtpPort = ports, LastRtpPort = ports + BlockSize - 1, Trunks = [trunk] },
            new SipResolver(new SipResolverOptions(), new Random(1), TimeProvider.System, NullLogger.Instance),
            TimeProvider.System,
            NullLoggerFactory.Instance);
    }

    private static int NextPorts() => FirstPort + (Interlocked.Increment(ref _portBlocks) % Blocks * BlockSize);
}
