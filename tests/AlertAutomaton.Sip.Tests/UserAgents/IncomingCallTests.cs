using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>Incoming calls from a scripted far end, packet by packet under the manual clock.</summary>
public sealed class IncomingCallTests
{
    private readonly SimulatedTown _town = new();
    private readonly RecordingHandler _handler = new();
    private ISipCall? _call;

    [Fact]
    public void A_hundred_is_sent_within_two_hundred_milliseconds()
    {
        Arrive();
        _town.Pass(0.15);
        Assert.Empty(_town.Received);
        _town.Pass(0.15);
        Assert.Equal(100, Responses().Single().StatusCode);
    }

    [Fact]
    public void The_answer_is_repeated_until_its_ack_comes()
    {
        SipRequest invite = Arrive();
        _call!.Accept(RecordingHandler.DefaultAnswer);
        _town.Pass(4);
        Assert.Equal(4, Responses().Count(response => response.StatusCode == 200));
        Acknowledge(invite);
        _town.Pass(30);
        Assert.Equal(4, Responses().Count(response => response.StatusCode == 200));
        Assert.True(_handler.HasAnswered);
    }

    [Fact]
    public void An_answer_that_is_never_acknowledged_ends_with_bye()
    {
        Arrive();
        _call!.Accept(RecordingHandler.DefaultAnswer);
        _town.Pass(32.2);
        _town.Reply(_town.Requests(SipMethod.Bye).First(), 200);
        _town.Pass(0.1);

        Assert.Equal(SipCallEndKind.Timeout, _handler.End.Kind);
        Assert.False(_handler.HasAnswered);
    }

    [Fact]
    public void A_bye_of_ours_waits_for_the_ack_of_the_answer()
    {
        SipRequest invite = Arrive();
        _call!.Accept(RecordingHandler.DefaultAnswer);
        _call.Bye();
        _town.Pass(0.4);
        Assert.Empty(_town.Requests(SipMethod.Bye));
        Acknowledge(invite);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Bye));
    }

    [Fact]
    public void A_refusal_is_repeated_until_its_ack_comes()
    {
        SipRequest invite = Arrive();
        _call!.Reject(486);
        _town.Pass(1.2);
        Assert.Equal(2, Responses().Count(response => response.StatusCode == 486));
        SipRequest ack = new(SipMethod.Ack, invite.RequestUri);
        ack.Headers.CopyFrom(invite.Headers, "Via");
        ack.From = invite.From;
        ack.To = Responses().Last().To;
        ack.CallId = invite.CallId;
        ack.CSeq = new CSeqHeader(1, SipMethod.Ack);
        _town.Say(ack);
        _town.Pass(30);
        Assert.Equal(2, Responses().Count(response => response.StatusCode == 486));
        _town.Pass(10);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Fact]
    public void A_cancel_ends_the_ringing()
    {
        SipRequest invite = Arrive();
        _call!.Ring();
        _town.Pass(0.1);
        _town.Say(CancelOf(invite));
        _town.Pass(0.1);

        Assert.Equal([180, 200, 487], Responses().Select(response => response.StatusCode));
        Assert.Equal(SipCallEndKind.Cancelled, _handler.End.Kind);
    }

    [Fact]
    public void A_cancel_of_nothing_is_481()
    {
        _town.ScriptFarEnd();
        _town.Say(CancelOf(NewInvite()));
        _town.Pass(0.1);
        Assert.Equal(481, Responses().Single().StatusCode);
    }

    [Fact]
    public void The_same_invite_by_a_second_way_is_482()
    {
        SipRequest invite = Arrive();
        invite.TopVia = invite.TopVia!.WithParameter("branch", "z9hG4bKother");
        _town.Say(invite);
        _town.Pass(0.1);
        Assert.Equal(482, Responses().Last().StatusCode);
    }

    [Fact]
    public void A_client_of_rfc_2543_is_served_too()
    {
        SipRequest invite = NewInvite();
        invite.TopVia = invite.TopVia!.WithParameter("branch", "1");
        Arrive(invite);
        _town.Say(invite);
        _call!.Accept(RecordingHandler.DefaultAnswer);
        _town.Pass(0.1);
        SipRequest ack = AckOf(invite);
        ack.TopVia = invite.TopVia;
        _town.Say(ack);
        _town.Pass(5);

        Assert.Single(Responses(), response => response.StatusCode == 200);
        Assert.True(_handler.HasAnswered);
    }

    [Fact]
    public void A_reliable_early_answer_is_repeated_until_its_prack_comes()
    {
        SipRequest invite = NewInvite();
        invite.Headers.Add("Require", "100rel");
        Arrive(invite);
        _call!.Ring("v=0\r\ns=early\r\n"u8.ToArray(), early183: true);
        _call.Accept(RecordingHandler.DefaultAnswer);
        _town.Pass(1.2);
        SipResponse[] early = [.. Responses().Where(response => response.StatusCode == 183)];
        Assert.Equal(2, early.Length);
        Assert.DoesNotContain(Responses(), response => response.StatusCode == 200);

        SipRequest prack = Within(invite, SipMethod.Prack, 2);
        prack.RAck = new RAckHeader(early[0].RSeq!.Value, 1, SipMethod.Invite);
        _town.Say(prack);
        _town.Pass(0.1);
        Assert.Equal(2, Responses().Count(response => response.StatusCode == 200));
        Assert.Empty(Responses().Last(response => response.CSeq!.Value.Method == SipMethod.Invite).Body.ToArray());
    }

    [Fact]
    public void A_session_interval_that_is_too_short_is_422()
    {
        SipRequest invite = NewInvite();
        invite.Headers.Add("Supported", "timer");
        invite.Headers.Add("Session-Expires", "60");
        _town.ScriptFarEnd();
        _town.Caller.IncomingCall = _ => _handler;
        _town.Say(invite);
        _town.Pass(0.1);

        SipResponse response = Responses().Single();
        Assert.Equal(422, response.StatusCode);
        Assert.Equal(90u, response.MinSessionExpires);
    }

    [Fact]
    public void A_caller_that_does_not_know_the_timer_is_refreshed_by_us()
    {
        SipRequest invite = NewInvite();
        invite.Headers.Add("Session-Expires", "200");
        Arrive(invite);
        _call!.Accept(RecordingHandler.DefaultAnswer);
        _town.Pass(0.1);
        Acknowledge(invite);
        Assert.Equal("200;refresher=uas", Responses().Last().Headers.GetFirst("Session-Expires"));
        _town.Pass(101);
        SipRequest refresh = _town.Requests(SipMethod.Invite).First();
        Assert.Equal("200;refresher=uac", refresh.Headers.GetFirst("Session-Expires"));
    }

    [Fact]
    public void A_message_outside_a_dialog_is_refused_and_a_banner_is_never_shown()
    {
        _town.ScriptFarEnd();
        SipRequest request = NewInvite("MESSAGE");
        _town.Say(request);
        _town.Pass(0.1);

        SipResponse response = Responses().Single();
        Assert.Equal(405, response.StatusCode);
        Assert.Contains("INVITE", response.Headers.GetFirst("Allow"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("User-Agent"));
    }

    [Theory]
    [InlineData("192.0.2.2:5090", false, 5090)]
    [InlineData("192.0.2.2:5090", true, 5060)]
    [InlineData("10.0.0.9:5090", false, 5060)]
    [InlineData("gateway.example:5090", false, 5060)]
    public void A_response_goes_to_the_address_of_the_packet_and_to_the_port_that_the_client_asks_for(string sentBy, bool rport, int port)
    {
        SipRequest invite = NewInvite("OPTIONS");
        invite.Headers.Set("Via", $"SIP/2.0/UDP {sentBy};branch=z9hG4bKport{(rport ? ";rport" : string.Empty)}");
        _town.ScriptFarEnd();
        _town.Say(invite);
        _town.Pass(0.1);

        Assert.Equal(new System.Net.IPEndPoint(SimulatedTown.FarAddress.Address, port), _town.Network.Wire![^1].To);
    }

    [Fact]
    public void A_refusal_without_ack_is_given_up_after_thirty_two_seconds()
    {
        Arrive();
        _call!.Reject(503, null, TimeSpan.FromSeconds(7));
        _town.Pass(33);

        Assert.Equal("7", Responses().Last().Headers.GetFirst("Retry-After"));
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    private IEnumerable<SipResponse> Responses() => _town.Received.OfType<SipResponse>();

    private SipRequest Arrive(SipRequest? invite = null)
    {
        invite ??= NewInvite();
        _town.ScriptFarEnd();
        _town.Caller.IncomingCall = incoming =>
        {
            _call = incoming.Call;
            return _handler;
        };
        _town.Say(invite);
        _town.Pass(0.04);
        Assert.NotNull(_call);
        return invite;
    }

    private static SipRequest NewInvite(string method = "INVITE")
    {
        var request = new SipRequest(new SipMethod(method), AgentPair.Uri("sip:+33162000001@192.0.2.1"));
        request.Headers.Add("Via", "SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKfirst;rport");
        request.MaxForwards = 70;
        request.From = new NameAddress(null, AgentPair.Uri("sip:officer@192.0.2.2")).WithTag("far");
        request.To = new NameAddress(null, AgentPair.Uri("sip:+33162000001@192.0.2.1"));
        request.CallId = "incoming-1";
        request.CSeq = new CSeqHeader(1, request.Method);
        request.Headers.Add("Contact", "<sip:officer@192.0.2.2:5060>");
        if (method == "INVITE")
        {
            request.SetBody("application/sdp", AgentPair.Sdp);
        }

        return request;
    }

    private SipRequest Within(SipRequest invite, SipMethod method, uint sequence)
    {
        var request = new SipRequest(method, AgentPair.Uri("sip:alert@192.0.2.1:5060"));
        request.Headers.Add("Via", $"SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK{method.Name}{sequence}");
        request.MaxForwards = 70;
        request.From = invite.From;
        request.To = Responses().Last(response => response.To!.Tag is not null).To;
        request.CallId = invite.CallId;
        request.CSeq = new CSeqHeader(sequence, method);
        return request;
    }

    private SipRequest AckOf(SipRequest invite) => Within(invite, SipMethod.Ack, invite.CSeq!.Value.Number);

    private void Acknowledge(SipRequest invite) => _town.Say(AckOf(invite));

    private static SipRequest CancelOf(SipRequest invite)
    {
        var cancel = new SipRequest(SipMethod.Cancel, invite.RequestUri);
        cancel.Headers.CopyFrom(invite.Headers, "Via");
        cancel.MaxForwards = 70;
        cancel.From = invite.From;
        cancel.To = invite.To;
        cancel.CallId = invite.CallId;
        cancel.CSeq = new CSeqHeader(1, SipMethod.Cancel);
        return cancel;
    }
}
