using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Tracing;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class StayingBoundTests
{
    private static readonly SmsSubmission Sms = new() { Destination = "+33600000001", Source = "MAIRIE", Text = "ALERTE: montez" };

    [Fact]
    public async Task A_cut_with_a_full_window_loses_nothing_and_repeats_nothing()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync(smsc.Options with { Window = 10 });
        await using var ending = client;
        for (int round = 0; round < 20; round++)
        {
            smsc.OnSubmit = _ => null;
            Task<SubmitResult>[] all = [.. Enumerable.Range(0, 25).Select(_ => client.SubmitAsync(Sms))];
            for (int i = 0; i < 10; i++)
            {
                _ = await smsc.NextSubmittedAsync();
            }

            session.Cut();
            var results = await Task.WhenAll(all).WaitAsync(TestSmsc.Patience);
            Assert.Equal(10, results.Count(result => result.Kind == SubmitResultKind.Unknown));
            Assert.Equal(15, results.Count(result => result.Kind == SubmitResultKind.NotSent));
            smsc.OnSubmit = null;
            session = await smsc.NextBoundAsync();
            await TestSmsc.WhenBoundAsync(client);
            Assert.Equal(SubmitResultKind.Accepted, (await TestSmsc.Within(client.SubmitAsync(Sms))).Kind);
            _ = await smsc.NextSubmittedAsync();
        }

        Assert.Equal(220, client.Snapshot().Counts.SegmentsSubmitted);
    }

    [Fact]
    public async Task Transmitter_and_receiver_share_the_work()
    {
        await using var smsc = new TestSmsc();
        await using var client = smsc.Client(smsc.Options with { BindMode = SmppBindMode.TransmitterAndReceiver });
        var one = await smsc.NextBoundAsync();
        var other = await smsc.NextBoundAsync();
        await TestSmsc.WhenBoundAsync(client);
        Assert.Equal(SubmitResultKind.Accepted, (await TestSmsc.Within(client.SubmitAsync(Sms))).Kind);
        var receiver = one.CanReceive ? one : other;
        Assert.NotEqual(one.CanReceive, other.CanReceive);
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(receiver.DeliverAsync(new DeliverSm(SequenceNumber.First))));
    }

    [Fact]
    public async Task A_client_that_ends_unbinds()
    {
        await using var smsc = new TestSmsc();
        var (client, _) = await smsc.BoundClientAsync();
        await client.DisposeAsync();
        Assert.Equal("the client unbound", await smsc.NextEndedAsync());
        Assert.Equal(SubmitResultKind.NotSent, (await client.SubmitAsync(Sms)).Kind);
    }

    [Fact]
    public async Task A_gateway_that_sends_us_away_is_bound_again()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        session.AskToLeave();
        Assert.Equal("unbound", await smsc.NextEndedAsync());
        _ = await smsc.NextBoundAsync();
        await TestSmsc.WhenBoundAsync(client);
        Assert.Equal("the gateway sent unbind", client.Snapshot().LastFault);
    }

    [Fact]
    public async Task A_refused_password_is_told_and_tried_again_after_a_minute()
    {
        var clock = new ManualTimeProvider();
        int binds = 0;
        await using var smsc = new TestSmsc();
        smsc.OnBind = _ => Interlocked.Increment(ref binds) == 1 ? CommandStatus.InvalidPassword : CommandStatus.Ok;
        await using var client = Unstarted(smsc.Options, clock);
        var told = WhenTold(client);
        client.Start();
        var snapshot = await TestSmsc.Within(told);
        Assert.Equal((false, "the gateway refused the bind: ESME_RINVPASWD (0x0E)"), (snapshot.IsBound, snapshot.LastFault));

        // The turn of the inbound line is one timer, the wait for the next attempt the other.
        using var patience = new CancellationTokenSource(TestSmsc.Patience);
        while (clock.ArmedTimers < 2)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal((1, 2), (smsc.Binds.Count, clock.ArmedTimers));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        _ = await smsc.NextBoundAsync();
    }

    [Fact]
    public async Task A_port_that_speaks_another_protocol_is_told_as_one()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var smsc = new TestSmsc();
        await using var client = Unstarted(smsc.Options with { Port = ((IPEndPoint)listener.LocalEndpoint).Port });
        var told = WhenTold(client);
        client.Start();
        using var socket = await listener.AcceptSocketAsync().WaitAsync(TestSmsc.Patience);
        _ = await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        Assert.Contains("HTTP", (await TestSmsc.Within(told)).LastFault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var smsc = new TestSmsc();
        await using var client = Unstarted(smsc.Options with { Port = port });
        var told = WhenTold(client);
        client.Start();
        Assert.Equal("no connection: ConnectionRefused", (await TestSmsc.Within(told)).LastFault);
    }

    [Fact]
    public async Task The_trace_shows_every_pdu_but_no_password_text_or_number()
    {
        var trace = new RecordingTrace();
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync(trace: trace);
        _ = await TestSmsc.Within(client.SubmitAsync(Sms));
        _ = await TestSmsc.Within(session.DeliverAsync(new DeliverSm(SequenceNumber.First) { ShortMessage = new OctetString("AIDE"u8.ToArray()) }));
        await client.DisposeAsync();
        string all = string.Join('\n', trace.Lines);
        Assert.All(
            new[] { "BindTransceiver ", "BindTransceiverResp ", "SubmitSm ", "SubmitSmResp ", "DeliverSm ", "DeliverSmResp ", "Unbind ", "UnbindResp " },
            name => Assert.Contains(name, all, StringComparison.Ordinal));
        Assert.All(
            new[] { "secret08", "ALERTE", "AIDE", "33600000001" },
            secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    private static SmppClient Unstarted(SmppClientOptions options, TimeProvider? time = null) =>
        new(options, _ => Task.FromResult(true), time ?? TimeProvider.System, new Random(1), NullLogger.Instance);

    private static Task<SmppClientSnapshot> WhenTold(SmppClient client)
    {
        var told = new TaskCompletionSource<SmppClientSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Changed += (_, change) => told.TrySetResult(change.Snapshot);
        return told.Task;
    }

    private sealed class RecordingTrace : ISmppTrace
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void Write(SmppTraceDirection direction, string session, string line) => Lines.Enqueue($"{direction} {session} {line}");
    }
}
