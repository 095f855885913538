using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

public sealed class TwoAgentsTests
{
    private static readonly TimeSpan Patience = AgentPair.Patience;

    [Theory]
    [InlineData(SipTransportProtocol.Udp, "127.0.0.1")]
    [InlineData(SipTransportProtocol.Tcp, "127.0.0.1")]
    [InlineData(SipTransportProtocol.Udp, "::1")]
    [InlineData(SipTransportProtocol.Tcp, "::1")]
    public async Task A_call_is_answered_and_hung_up_by_the_caller(SipTransportProtocol protocol, string address)
    {
        await using AgentPair pair = await AgentPair.StartAsync(address);
        var callee = new RecordingHandler();
        string? offered = null;
        pair.Callee.IncomingCall = incoming =>
        {
            offered = System.Text.Encoding.UTF8.GetString(incoming.Sdp.Span);
            incoming.Call.Ring();
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return callee;
        };
        var caller = new RecordingHandler();
        ISipCall call = pair.Caller.Invite(pair.Invite(protocol), caller);

        Assert.Contains("s=answer", await caller.Answered.WaitAsync(Patience));
        await callee.Answered.WaitAsync(Patience);
        Assert.Equal(SipCallState.Answered, call.State);
        Assert.NotNull(call.DialogIdentity);
        call.Bye("Q.850;cause=16");
        SipCallEnd end = await caller.Ended.WaitAsync(Patience);
        SipCallEnd far = await callee.Ended.WaitAsync(Patience);

        Assert.Contains("s=caller", offered);
        Assert.Equal([180], caller.Provisionals.Select(response => response.StatusCode));
        Assert.Equal(SipCallEndKind.LocalHangUp, end.Kind);
        Assert.Equal(SipCallEndKind.RemoteHangUp, far.Kind);
        Assert.Equal(16, far.Reason?.Cause);
        Assert.Equal(0, pair.Caller.Snapshot.Calls);
        Assert.Equal(0, pair.Callee.Snapshot.Calls);
    }

    [Fact]
    public async Task A_call_is_hung_up_by_the_callee()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler { WhenAnswered = call => call.Bye() };
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);

        Assert.Equal(SipCallEndKind.RemoteHangUp, (await caller.Ended.WaitAsync(Patience)).Kind);
        Assert.Equal(SipCallEndKind.LocalHangUp, (await callee.Ended.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task A_busy_line_is_told_with_its_hints()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler();
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Ring();
            incoming.Call.Reject(486, null, TimeSpan.FromSeconds(30), [("Reason", "SIP;cause=486, Q.850;cause=17;text=\"User busy\"")]);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);

        SipCallEnd end = await caller.Ended.WaitAsync(Patience);

        Assert.Equal(SipCallEndKind.Rejected, end.Kind);
        Assert.Equal(486, end.StatusCode);
        Assert.Equal(17, end.Reason?.Cause);
        Assert.Equal(TimeSpan.FromSeconds(30), end.RetryAfter);
        Assert.True(end.ProvisionalSeen);
        Assert.Equal(486, (await callee.Ended.WaitAsync(Patience)).StatusCode);
        Assert.Equal(0, pair.Callee.Snapshot.Calls);
    }

    [Fact]
    public async Task A_call_that_rings_is_cancelled()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler();
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Ring();
            return callee;
        };
        var caller = new RecordingHandler { WhenProvisional = (call, _) => call.Cancel() };
        pair.Caller.Invite(pair.Invite(), caller);

        SipCallEnd end = await caller.Ended.WaitAsync(Patience);

        Assert.Equal(SipCallEndKind.Cancelled, end.Kind);
        Assert.Equal(487, end.StatusCode);
        Assert.Equal(SipCallEndKind.Cancelled, (await callee.Ended.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task A_call_that_rings_out_is_no_answer()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Ring();
            return new RecordingHandler();
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { RingTimeout = TimeSpan.FromMilliseconds(150) }, caller);

        Assert.Equal(SipCallEndKind.NoAnswer, (await caller.Ended.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task Nobody_listening_is_temporarily_unavailable()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);

        Assert.Equal(480, (await caller.Ended.WaitAsync(Patience)).StatusCode);
    }

    [Fact]
    public async Task Options_are_answered_with_what_we_understand()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var request = new SipRequest(SipMethod.Options, AgentPair.Uri("sip:town.example"));

        SipResponse? response = await pair.Caller.SendOutOfDialogAsync(request, pair.CalleeBy(SipTransportProtocol.Udp), CancellationToken.None)
            .WaitAsync(Patience);

        Assert.Equal(200, response?.StatusCode);
        Assert.Contains("INVITE", response!.Headers.GetFirst("Allow"));
        Assert.Contains("100rel", response.Headers.GetFirst("Supported"));
        Assert.Equal("application/sdp", response.Headers.GetFirst("Accept"));
        Assert.Null(response.Headers.GetFirst("Server"));
    }

    [Fact]
    public async Task A_late_offer_is_answered_in_the_ack()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler();
        pair.Callee.IncomingCall = incoming =>
        {
            Assert.True(incoming.Sdp.IsEmpty);
            incoming.Call.Accept(callee.Offer);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { Sdp = default }, caller);

        await caller.Answered.WaitAsync(Patience);
        Assert.Contains("s=offer", Assert.Single(caller.RemoteOffers));
        Assert.Contains("s=answer", await callee.Answered.WaitAsync(Patience));
    }

    [Fact]
    public async Task Hold_by_re_invite_is_answered_and_an_unusable_offer_refused()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler();
        ISipCall? far = null;
        pair.Callee.IncomingCall = incoming =>
        {
            far = incoming.Call;
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);
        await callee.Answered.WaitAsync(Patience);

        SipResponse? held = await far!.ReInviteAsync("v=0\r\ns=hold\r\na=sendonly\r\n"u8.ToArray(), CancellationToken.None).WaitAsync(Patience);
        caller.Answer = _ => default;
        SipResponse? refused = await far.ReInviteAsync("v=0\r\ns=fax\r\n"u8.ToArray(), CancellationToken.None).WaitAsync(Patience);

        Assert.Equal(200, held?.StatusCode);
        Assert.Contains("sendonly", caller.RemoteOffers[0]);
        Assert.Equal(488, refused?.StatusCode);
        Assert.Equal(SipCallState.Answered, far.State);
    }

    [Fact]
    public async Task Keys_by_info_reach_the_handler()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        var callee = new RecordingHandler();
        ISipCall? far = null;
        pair.Callee.IncomingCall = incoming =>
        {
            far = incoming.Call;
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);
        await callee.Answered.WaitAsync(Patience);

        SipResponse? response = await far!.SendInfoAsync("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n"u8.ToArray(), CancellationToken.None)
            .WaitAsync(Patience);

        Assert.Equal(200, response?.StatusCode);
        await caller.Seen("info").WaitAsync(Patience);
        Assert.Equal("application/dtmf-relay", Assert.Single(caller.Infos).ContentType);
    }

    [Fact]
    public async Task Reliable_ringing_with_early_media_is_acknowledged_and_its_answer_counts()
    {
        await using AgentPair pair = await AgentPair.StartAsync(callee: options => options with { ReliableRinging = true });
        var callee = new RecordingHandler();
        pair.Callee.IncomingCall = incoming =>
        {
            incoming.Call.Ring("v=0\r\ns=early\r\n"u8.ToArray(), early183: true);
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return callee;
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite(), caller);

        // RFC 6337 §3.1: the answer stood in the reliable 183, the 200 that waited for its PRACK carries none.
        Assert.Equal(string.Empty, await caller.Answered.WaitAsync(Patience));
        SipResponse early = Assert.Single(caller.Provisionals);
        Assert.Equal(183, early.StatusCode);
        Assert.Contains("s=early", System.Text.Encoding.UTF8.GetString(early.Body.Span));
    }

    [Fact]
    public async Task A_large_invite_goes_by_tcp_where_allowed()
    {
        await using AgentPair pair = await AgentPair.StartAsync();
        SipTransportProtocol? seen = null;
        pair.Callee.IncomingCall = incoming =>
        {
            seen = incoming.Source.Protocol;
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return new RecordingHandler();
        };
        var caller = new RecordingHandler();
        pair.Caller.Invite(pair.Invite() with { TcpWhenLarge = true, ExtraHeaders = [("Subject", new string('x', 1400))] }, caller);

        await caller.Answered.WaitAsync(Patience);
        Assert.Equal(SipTransportProtocol.Tcp, seen);
    }
}
