using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Admission;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>What only real sockets show.</summary>
public sealed class SocketTests
{
    private static readonly TimeSpan Patience = AgentPair.Patience;

    [Fact]
    public async Task A_port_where_nobody_listens_fails_the_call_quickly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells the sender of a datagram");
        await using AgentPair pair = await AgentPair.StartAsync();
        SipDestination nobody = new(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, FreePorts.Next()));
        var handler = new RecordingHandler();
        long begun = TimeProvider.System.GetTimestamp();
        pair.Caller.Invite(pair.Invite() with { Destination = nobody }, handler);

        Assert.Equal(SipCallEndKind.TransportFailure, (await handler.Ended.WaitAsync(Patience)).Kind);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(3));

        // The socket goes on serving others.
        var second = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), second);
        Assert.Equal(480, (await second.Ended.WaitAsync(Patience)).StatusCode);
    }

    [Fact]
    public async Task A_large_invite_falls_back_to_udp_where_tcp_is_refused()
    {
        SipUserAgentOptions udpOnly = AgentPair.Options() with { Listen = [AgentPair.Options().Listen[0]] };
        await using AgentPair pair = await AgentPair.StartAsync(callee: _ => udpOnly);
        SipTransportProtocol? seen = null;
        pair.Callee.IncomingCall = incoming =>
        {
            seen = incoming.Source.Protocol;
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return new RecordingHandler();
        };
        var handler = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { TcpWhenLarge = true, ExtraHeaders = [("Subject", new string('x', 1400))] }, handler);

        await handler.Answered.WaitAsync(Patience);
        Assert.Equal(SipTransportProtocol.Udp, seen);
    }

    [Fact]
    public async Task A_refused_tcp_trunk_fails_the_call_quickly()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var handler = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { Destination = new SipDestination(SipTransportProtocol.Tcp, new IPEndPoint(IPAddress.Loopback, FreePorts.Next())) }, handler);

        Assert.Equal(SipCallEndKind.TransportFailure, (await handler.Ended.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task A_tcp_trunk_that_takes_the_invite_and_closes_fails_the_call_quickly()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        using var trunk = new TcpListener(IPAddress.Loopback, 0);
        trunk.Start();
        var handler = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { Destination = new SipDestination(SipTransportProtocol.Tcp, (IPEndPoint)trunk.LocalEndpoint) }, handler);
        using (Socket taken = await trunk.AcceptSocketAsync().WaitAsync(Patience))
        {
            Assert.True(await taken.ReceiveAsync(new byte[4_096]).WaitAsync(Patience) > 0);
        }

        Assert.Equal(SipCallEndKind.TransportFailure, (await handler.Ended.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task A_stranger_hears_nothing_and_garbage_harms_nobody()
    {
        var policy = new SipSourcePolicy(
            new SipSourceOptions { Trusted = [IPNetwork.Parse("127.0.0.2/32")] }, TimeProvider.System, NullLogger.Instance);
        await using var agent = new SipUserAgent(
            new SipUserAgentOptions { Listen = [new SipListenEndPoint(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Any, 0))] },
            TimeProvider.System,
            NullLoggerFactory.Instance,
            policy: policy);
        await agent.StartAsync(CancellationToken.None);
        var target = new IPEndPoint(IPAddress.Loopback, agent.BoundEndPoints[0].EndPoint.Port);
        byte[] options = Options("z9hG4bKx");
        using var stranger = Bound("127.0.0.1");
        using var trunk = Bound("127.0.0.2");
        await stranger.SendToAsync(options, target);
        foreach (byte[] garbage in new[] { [], "\r\n\r\n"u8.ToArray(), [0, 1, 2, 255], "INVITE\r\n\r\n"u8.ToArray(), new byte[60_000] })
        {
            await trunk.SendToAsync(garbage, target);
        }

        await trunk.SendToAsync(options, target);
        byte[] buffer = new byte[4_096];
        using var patience = new CancellationTokenSource(Patience);
        SocketReceiveFromResult answer = await trunk.ReceiveFromAsync(buffer, SocketFlags.None, target, patience.Token);

        Assert.StartsWith("SIP/2.0 200", System.Text.Encoding.ASCII.GetString(buffer, 0, answer.ReceivedBytes));
        Assert.Equal(0, stranger.Available);
        Assert.Equal(1, policy.StrangersDropped);
    }

    [Fact]
    public async Task A_response_goes_back_to_the_port_it_came_from_and_names_it()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        using Socket client = Bound("127.0.0.1");
        IPEndPoint target = pair.CalleeBy(SipTransportProtocol.Udp).EndPoint;
        await client.SendToAsync(Options("z9hG4bKy"), target);
        byte[] buffer = new byte[4_096];
        using var patience = new CancellationTokenSource(Patience);
        SocketReceiveFromResult answer = await client.ReceiveFromAsync(buffer, SocketFlags.None, target, patience.Token);

        Assert.True(SipMessageParser.TryParse(buffer.AsSpan(0, answer.ReceivedBytes), out SipMessage? response, out _));
        Assert.Equal("127.0.0.1", response!.TopVia!.Received);
        Assert.Equal(((IPEndPoint)client.LocalEndPoint!).Port, response.TopVia.ResponsePort);
    }

    [Fact]
    public async Task An_address_in_use_is_named_with_its_mend()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        await using var second = new SipUserAgent(
            new SipUserAgentOptions { Listen = [pair.Caller.BoundEndPoints[0]] }, TimeProvider.System, NullLoggerFactory.Instance);

        IOException error = await Assert.ThrowsAsync<IOException>(() => second.StartAsync(CancellationToken.None));
        Assert.Contains(pair.Caller.BoundEndPoints[0].ToString(), error.Message);
        Assert.Contains("another program uses the port", error.Message);
    }

    [Theory]
    [InlineData(SipTransportProtocol.Udp, 2_000)]
    [InlineData(SipTransportProtocol.Tcp, 500)]
    public async Task Thousands_of_calls_leave_nothing_behind(SipTransportProtocol protocol, int calls)
    {
        var quick = new Sip.Transactions.TransactionTimers { T1 = TimeSpan.FromMilliseconds(50), T4 = TimeSpan.FromMilliseconds(300), TimerD = TimeSpan.FromSeconds(1) };
        SipUserAgentOptions options = AgentPair.Options() with { Timers = quick };
        await using var caller = new SipUserAgent(options, TimeProvider.System, NullLoggerFactory.Instance);
        await using AgentPair pair = await AgentPair.StartAsync(callee: _ => options);
        await caller.StartAsync(CancellationToken.None);
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Ring();
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return new RecordingHandler();
        };
        using var window = new SemaphoreSlim(100);
        var ends = new List<Task<SipCallEnd>>();
        Process process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        for (int i = 0; i < calls; i++)
        {
            await window.WaitAsync(Patience);
            var handler = new RecordingHandler { WhenAnswered = call => call.Bye() };
            _ = handler.Ended.ContinueWith(_ => window.Release(), TaskScheduler.Default);
            ends.Add(handler.Ended);
            caller.Invite(pair.Invite(protocol), handler);
        }

        SipCallEnd[] all = await Task.WhenAll(ends).WaitAsync(TimeSpan.FromSeconds(60));
        process.Refresh();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{(process.TotalProcessorTime - cpu).TotalMilliseconds / calls:0.000} ms CPU per call, both sides and the tests beside it");

        Assert.All(all, end => Assert.Equal(SipCallEndKind.LocalHangUp, end.Kind));
        await NothingLeft(caller);
        await NothingLeft(pair.Callee);
    }

    private static async Task NothingLeft(SipUserAgent agent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (agent.Snapshot is not { Calls: 0, ClientTransactions: 0, ServerTransactions: 0, Deadlines: 0 })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }

        Assert.Equal(0, agent.Snapshot.DroppedMessages);
    }

    private static byte[] Options(string branch) => System.Text.Encoding.ASCII.GetBytes(
        $"OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 10.9.8.7:5060;rport;branch={branch}\r\nMax-Forwards: 70\r\n"
        + "From: <sip:a@example.org>;tag=1\r\nTo: <sip:127.0.0.1>\r\nCall-ID: o1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");

    private static Socket Bound(string address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return socket;
    }
}
