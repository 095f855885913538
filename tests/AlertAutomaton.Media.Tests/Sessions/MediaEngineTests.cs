using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sdp;
using AlertAutomaton.Media.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Media.Tests.Sessions;

public sealed class MediaEngineTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_calls_at_once_lose_nothing_and_give_all_ports_back(bool batched)
    {
        const int Calls = 200;
        await using var engine = new MediaEngine(
            new MediaEngineOptions { BindAddress = IPAddress.Loopback, BatchedSystemCalls = batched }, TimeProvider.System, NullLoggerFactory.Instance);
        var free = engine.PortsFree;
        var prompt = PreparedPrompt.FromPcm("tone", ToneGenerator.Sine(1000, TimeSpan.FromSeconds(1)));
        var calls = new List<(MediaSession Near, MediaSession Far, Finishing Handler)>();
        for (var i = 0; i < Calls; i++)
        {
            var handler = new Finishing();
            var far = Open(engine, new HeardEvents());
            var near = Open(engine, handler);
            Assert.True(far.TryCreateAnswer(near.CreateOffer().Span, out var answer, out var whyNot), whyNot);
            Assert.True(near.TryAcceptAnswer(answer.Span, out whyNot), whyNot);
            far.StartRecording(new RecordingOptions());
            calls.Add((near, far, handler));
        }

        Assert.Equal(2 * Calls, engine.SessionsInUse);
        foreach (var call in calls)
            call.Near.Play([prompt]);
        await Task.WhenAll(calls.Select(call => call.Handler.Finished.Task)).WaitAsync(TimeSpan.FromSeconds(60));

        foreach (var (near, far, _) in calls)
        {
            Assert.Equal(0, far.Statistics.PacketsLost + near.Statistics.PacketsLost + near.Statistics.SendErrors + far.Statistics.Ignored);
            Assert.True(near.Statistics.PacketsSent >= 50);
            // When the tone came depends on the machine's load; that a second of it came does not.
            Assert.InRange(far.StopRecording().Samples.Chunk(1600).Count(part => ToneDetector.Hears(part, 1000)), 4, 7);
            near.Dispose();
            far.Dispose();
        }

        Assert.Equal(0, engine.SessionsInUse);
        Assert.Equal(free, engine.PortsFree);
    }

    [Fact]
    public async Task A_lack_of_ports_is_told_and_ends_when_a_call_does()
    {
        await using var rig = new MediaRig(options => options with { FirstPort = 27_100, LastPort = 27_103, PortQuarantine = TimeSpan.FromSeconds(4) });
        var (first, _) = rig.Open();
        rig.Open();
        Assert.False(rig.Engine.TryOpen(new HeardEvents(), MediaSessionOptions.Default, out _, out var failure));
        Assert.Equal(MediaOpenFailure.PortsExhausted, failure);
        first.Dispose();
        Assert.False(rig.Engine.TryOpen(new HeardEvents(), MediaSessionOptions.Default, out _, out _));
        rig.Pass(4000);
        rig.Open();
    }

    [Fact]
    public async Task A_long_run_of_ports_that_another_program_holds_is_no_lack_of_ports()
    {
        var others = new List<Socket>();
        try
        {
            for (var port = 27_300; port < 27_416; port += 2)
            {
                others.Add(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
                others[^1].Bind(new IPEndPoint(IPAddress.Loopback, port));
            }

            await using var rig = new MediaRig(options => options with { FirstPort = 27_300, LastPort = 27_419 });

            Assert.Equal([27_416, 27_418], Enumerable.Range(0, 2).Select(_ => rig.Open().Session.LocalEndPoint.Port).Order());
        }
        finally
        {
            others.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task A_port_that_another_program_holds_is_passed_over()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 27_205));
        await using var rig = new MediaRig(options => options with { FirstPort = 27_200, LastPort = 27_207 });
        var ports = Enumerable.Range(0, 3).Select(_ => rig.Open().Session.LocalEndPoint.Port).Order().ToArray();
        Assert.Equal([27_200, 27_202, 27_206], ports);
        Assert.False(rig.Engine.TryOpen(new HeardEvents(), MediaSessionOptions.Default, out _, out var failure));
        Assert.Equal(MediaOpenFailure.PortsExhausted, failure);
    }

    [Theory]
    [InlineData(SrtpPolicy.Preferred)]
    [InlineData(SrtpPolicy.Required)]
    public async Task Encryption_that_is_not_to_be_had_opens_nothing(SrtpPolicy policy)
    {
        await using var rig = new MediaRig();
        Assert.False(rig.Engine.TryOpen(new HeardEvents(), new MediaSessionOptions { Srtp = policy }, out _, out var failure));
        Assert.Equal(MediaOpenFailure.SrtpUnavailable, failure);
    }

    [Fact]
    public async Task The_address_that_leads_to_the_trunk_is_told_where_none_is_configured()
    {
        await using var rig = new MediaRig(options => options with { BindAddress = IPAddress.Any });
        var (session, _) = rig.Open(new MediaSessionOptions { RemoteHint = IPAddress.Parse("127.0.0.77") });
        Assert.Equal(IPAddress.Loopback, session.LocalEndPoint.Address);
        var (advertised, _) = rig.Open(new MediaSessionOptions { AdvertisedAddress = IPAddress.Parse("203.0.113.5") });
        Assert.Contains("c=IN IP4 203.0.113.5\r\n", System.Text.Encoding.ASCII.GetString(advertised.CreateOffer().Span));
    }

    [Fact]
    public async Task Calls_run_over_ipv6_as_well()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "this machine has no IPv6");
        await using var rig = new MediaRig(options => options with { BindAddress = IPAddress.IPv6Loopback });
        var pair = rig.Connect();
        pair.Far.SendKey('8', TimeSpan.FromMilliseconds(60));
        rig.Pass(1000);
        Assert.Equal("8", pair.NearEvents.KeysAsText);
        Assert.InRange(pair.Near.Statistics.PacketsReceived, 45, 51);
        using var phone = new WirePhone();
        Assert.False(pair.Near.TryCreateAnswer(phone.Describe(), out _, out var whyNot));
        Assert.Contains("another family", whyNot);
    }

    [Fact]
    public async Task A_stopped_engine_ends_its_sessions_and_opens_no_more()
    {
        var rig = new MediaRig();
        var pair = rig.Connect();
        await rig.DisposeAsync();
        await rig.DisposeAsync();
        Assert.Equal(0, rig.Engine.SessionsInUse);
        Assert.False(rig.Engine.TryOpen(new HeardEvents(), MediaSessionOptions.Default, out _, out var failure));
        Assert.Equal(MediaOpenFailure.EngineStopped, failure);
        pair.Near.Dispose();
        pair.Near.StopPlaying();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65)]
    public void Options_out_of_range_are_named(int threads)
    {
        var failure = Assert.Throws<ArgumentException>(
            () => new MediaEngine(new MediaEngineOptions { ClockThreads = threads }, TimeProvider.System, NullLoggerFactory.Instance));
        Assert.Contains("ClockThreads", failure.Message);
    }

    private static MediaSession Open(MediaEngine engine, IMediaSessionHandler handler)
    {
        Assert.True(engine.TryOpen(handler, MediaSessionOptions.Default, out var session, out var failure), failure.ToString());
        return session;
    }

    private sealed class Finishing : IMediaSessionHandler
    {
        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void OnKey(MediaSession session, char key, AlertAutomaton.Media.Keys.KeySource source)
        {
        }

        public void OnPlayingFinished(MediaSession session) => Finished.TrySetResult();

        public void OnVoiceActivity(MediaSession session, AlertAutomaton.Media.Detection.VoiceActivity activity)
        {
        }

        public void OnMachineHint(MediaSession session, AlertAutomaton.Media.Detection.MachineHint hint)
        {
        }

        public void OnBeep(MediaSession session, double hertz)
        {
        }

        public void OnFaxTone(MediaSession session)
        {
        }

        public void OnSilent(MediaSession session, TimeSpan noPackets)
        {
        }
    }
}
