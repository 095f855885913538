using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>Outgoing calls against a scripted far end, packet by packet under the manual clock.</summary>
public sealed class OutgoingCallTests
{
    private const string Answer = "v=0\r\ns=answer\r\n";
    private readonly SimulatedTown _town = new();
    private readonly RecordingHandler _handler = new();

    [Fact]
    public void Invite_is_repeated_with_doubled_intervals_until_it_times_out()
    {
        _town.ScriptFarEnd();
        TimeSpan begun = _town.Network.Now;
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(33);

        double[] seconds = [.. _town.Network.Wire!.Select(packet => Math.Round((packet.At - begun).TotalSeconds, 2))];
        Assert.Equal([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5], seconds);
        Assert.Equal(SipCallEndKind.Timeout, _handler.End.Kind);
        Assert.False(_handler.End.AnyResponseSeen);
    }

    [Fact]
    public void A_provisional_response_ends_the_repetitions()
    {
        _town.ScriptFarEnd(message => _town.Reply((SipRequest)message, 100, tag: null));
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(20);

        Assert.Single(_town.Received);
        Assert.Empty(_handler.Provisionals);
    }

    [Fact]
    public void A_cancel_waits_for_the_first_provisional_response()
    {
        _town.ScriptFarEnd();
        ISipCall call = _town.Caller.Invite(_town.Invite(), _handler);
        call.Cancel();
        _town.Pass(0.4);
        Assert.Empty(_town.Requests(SipMethod.Cancel));

        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.Reply(invite, 180);
        _town.Pass(0.1);
        SipRequest cancel = _town.Requests(SipMethod.Cancel).Single();
        Assert.Equal(invite.TopVia!.Branch, cancel.TopVia!.Branch);
        Assert.Equal(invite.CSeq!.Value.Number, cancel.CSeq!.Value.Number);
        Assert.Equal(invite.RequestUri, cancel.RequestUri);
        _town.Reply(cancel, 200);
        _town.Reply(invite, 487);
        _town.Pass(0.1);

        Assert.Equal(SipCallEndKind.Cancelled, _handler.End.Kind);
        SipRequest ack = _town.Requests(SipMethod.Ack).Single();
        Assert.Equal(invite.TopVia!.Branch, ack.TopVia!.Branch);
        Assert.Equal("far", ack.To!.Tag);
    }

    [Fact]
    public void An_answer_that_crosses_the_cancel_is_acknowledged_and_hung_up()
    {
        _town.ScriptFarEnd();
        ISipCall call = _town.Caller.Invite(_town.Invite() with { RingTimeout = TimeSpan.FromSeconds(20) }, _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.Reply(invite, 180);
        _town.Pass(20.2);
        Assert.Single(_town.Requests(SipMethod.Cancel));
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.1);

        Assert.Single(_town.Requests(SipMethod.Ack));
        SipRequest bye = _town.Requests(SipMethod.Bye).Single();
        Assert.Equal("far", bye.To!.Tag);
        _town.Reply(bye, 200);
        _town.Pass(0.1);
        Assert.Equal(SipCallEndKind.NoAnswer, _handler.End.Kind);
        Assert.False(_handler.HasAnswered);
        Assert.Null(call.DialogIdentity);
    }

    [Fact]
    public void A_cancelled_invite_without_any_end_is_given_up_after_thirty_two_seconds()
    {
        _town.ScriptFarEnd(message =>
        {
            if (message is SipRequest { Method.Name: "INVITE" } invite)
            {
                _town.Reply(invite, 180);
            }
        });
        _town.Caller.Invite(_town.Invite() with { RingTimeout = TimeSpan.FromSeconds(10) }, _handler);
        _town.Pass(41);
        Assert.False(_handler.Ended.IsCompleted);
        _town.Pass(2);
        Assert.Equal(SipCallEndKind.NoAnswer, _handler.End.Kind);
    }

    [Fact]
    public void A_second_phone_that_answers_is_hung_up()
    {
        _town.ScriptFarEnd();
        ISipCall call = _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.Reply(invite, 200, "first", Answer);
        _town.Reply(invite, 200, "second", Answer);
        _town.Pass(0.1);

        Assert.Equal(["first", "second"], _town.Requests(SipMethod.Ack).Select(ack => ack.To!.Tag!).Order());
        Assert.Equal("second", _town.Requests(SipMethod.Bye).Single().To!.Tag);
        Assert.Equal(SipCallState.Answered, call.State);
        Assert.Equal("first", call.DialogIdentity!.RemoteTag);
        Assert.Equal(0, _handler.Ends);
    }

    [Fact]
    public void Every_repetition_of_the_answer_is_acknowledged_once_more()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        for (int i = 0; i < 3; i++)
        {
            _town.Reply(invite, 200, sdp: Answer);
            _town.Pass(1);
        }

        Assert.Equal(3, _town.Requests(SipMethod.Ack).Count());
        Assert.All(_town.Requests(SipMethod.Ack), ack => Assert.Equal(invite.CSeq!.Value.Number, ack.CSeq!.Value.Number));
        Assert.All(_town.Requests(SipMethod.Ack), ack => Assert.NotEqual(invite.TopVia!.Branch, ack.TopVia!.Branch));
        Assert.Equal("answered", _handler.Events.TryRead(out string? first) ? first : null);
        Assert.False(_handler.Events.TryRead(out _));
    }

    [Fact]
    public void Reliable_provisional_responses_are_acknowledged_in_order_and_told_once()
    {
        _town.ScriptFarEnd(message =>
        {
            if (message is SipRequest { Method.Name: "PRACK" } prack)
            {
                _town.Reply(prack, 200);
            }
        });
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        Assert.Contains("100rel", invite.Headers.GetFirst("Supported"));
        _town.Reply(invite, 183, "far", Answer, ("Require", "100rel"), ("RSeq", "7"));
        _town.Pass(0.1);
        _town.Reply(invite, 183, "far", Answer, ("Require", "100rel"), ("RSeq", "7"));
        _town.Reply(invite, 180, "far", null, ("Require", "100rel"), ("RSeq", "9"));
        _town.Pass(0.1);
        _town.Reply(invite, 180, "far", null, ("Require", "100rel"), ("RSeq", "8"));
        _town.Pass(0.1);
        _town.Reply(invite, 200);
        _town.Pass(0.1);

        SipRequest[] pracks = [.. _town.Requests(SipMethod.Prack)];
        Assert.Equal(["7 1 INVITE", "8 1 INVITE"], pracks.Select(prack => prack.Headers.GetFirst("RAck")!));
        Assert.Equal([2u, 3u], pracks.Select(prack => prack.CSeq!.Value.Number));
        Assert.Equal("sip:phone@192.0.2.2:5060", pracks[0].RequestUri.ToString());
        Assert.Equal([183, 180], _handler.Provisionals.Select(response => response.StatusCode));
        Assert.Equal(1u, _town.Requests(SipMethod.Ack).Single().CSeq!.Value.Number);
        Assert.True(_handler.HasAnswered);
    }

    [Fact]
    public void An_answer_without_contact_is_a_fault_of_the_far_end_and_leaves_nothing_standing()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipResponse answer = _town.Requests(SipMethod.Invite).Single().CreateResponse(200, "far");
        _town.Say(answer);
        _town.Pass(0.1);

        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Single(_town.Requests(SipMethod.Bye));
        Assert.Equal(SipCallEndKind.ProtocolError, _handler.End.Kind);
    }

    [Fact]
    public void A_late_offer_that_cannot_be_used_is_acknowledged_and_hung_up()
    {
        _handler.Answer = _ => default;
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite() with { Sdp = default }, _handler);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Invite).Single(), 200, sdp: "v=0\r\ns=video only\r\n");
        _town.Pass(0.1);

        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Single(_town.Requests(SipMethod.Bye));
        Assert.Equal(SipCallEndKind.ProtocolError, _handler.End.Kind);
    }

    [Fact]
    public void A_longer_session_interval_is_granted_when_the_far_end_asks_for_it()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite() with { SessionExpires = TimeSpan.FromSeconds(120) }, _handler);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Invite).Single(), 422, "far", null, ("Min-SE", "600"));
        _town.Pass(0.1);

        SipRequest second = _town.Requests(SipMethod.Invite).Last();
        Assert.Equal(2u, second.CSeq!.Value.Number);
        Assert.Equal(600u, second.SessionExpires!.Value.Seconds);
        Assert.Equal(600u, second.MinSessionExpires);
        Assert.Equal(0, _handler.Ends);
    }

    [Theory]
    [InlineData("sip:+33162000001@gw2.trunk.example", false, 1)]
    [InlineData("sip:+33162000001@trunk.example", true, 2)]
    [InlineData("sip:+33899000000@trunk.example", false, 1)]
    public void Redirections_stay_inside_the_trunk_and_its_numbers(string target, bool followed, int invites)
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(
            _town.Invite() with { RedirectDomain = "trunk.example", RedirectAllowed = uri => uri.User == "+33162000001" }, _handler);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Invite).Single(), 302, "far", null, ("Contact", $"<{target}>"));
        _town.Pass(0.1);

        Assert.Equal(invites, _town.Requests(SipMethod.Invite).Count());
        Assert.Equal(followed ? 0 : 1, _handler.Ends);
        if (followed)
        {
            Assert.Equal(target, _town.Requests(SipMethod.Invite).Last().RequestUri.ToString());
            _town.Reply(_town.Requests(SipMethod.Invite).Last(), 302, "far", null, ("Contact", $"<{target}>"));
            _town.Pass(0.1);
        }

        Assert.Equal(302, _handler.End.StatusCode);
        Assert.Equal(target, _handler.End.FinalResponse!.Contacts[0].Uri.ToString());
    }

    [Fact]
    public void An_address_where_nobody_listens_fails_at_once()
    {
        _town.Caller.Invite(_town.Invite(), _handler);

        Assert.Equal(SipCallEndKind.TransportFailure, _handler.End.Kind);
        Assert.Equal(0, _town.Caller.Snapshot.Calls);
    }

    [Fact]
    public void A_fault_in_the_handler_does_not_leave_the_line_taken()
    {
        _town.ScriptFarEnd();
        _handler.WhenAnswered = _ => throw new InvalidOperationException("fault of the application");
        ISipCall call = _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Invite).Single(), 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        call.Bye();
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Bye).Single(), 200);
        _town.Pass(0.1);

        Assert.Equal(SipCallEndKind.LocalHangUp, _handler.End.Kind);
    }

    [Fact]
    public void A_bye_without_answer_is_told_after_four_seconds_and_repeated_until_it_times_out()
    {
        _town.ScriptFarEnd();
        ISipCall call = _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Invite).Single(), 200, sdp: Answer);
        _town.Pass(0.1);
        call.Bye();
        _town.Pass(3.9);
        Assert.Equal(0, _handler.Ends);
        _town.Pass(0.2);
        Assert.Equal(SipCallEndKind.LocalHangUp, _handler.End.Kind);
        _town.Pass(60);
        Assert.Equal(11, _town.Requests(SipMethod.Bye).Count());
        Assert.Equal(1, _handler.Ends);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Fact]
    public void A_silent_trunk_is_told_soon_and_its_late_ringing_is_cancelled()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite() with { FirstResponseTimeout = TimeSpan.FromSeconds(5) }, _handler);
        _town.Pass(4.9);
        Assert.Equal(0, _handler.Ends);
        _town.Pass(0.2);
        Assert.Equal(SipCallEndKind.Timeout, _handler.End.Kind);
        Assert.False(_handler.End.AnyResponseSeen);

        SipRequest invite = _town.Requests(SipMethod.Invite).First();
        _town.Reply(invite, 180);
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Cancel).Single(), 200);
        _town.Reply(invite, 487);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Equal(0, _town.Caller.Snapshot.Calls);
        _town.Pass(60);
        Assert.Equal(1, _handler.Ends);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Fact]
    public void A_silent_trunk_that_answers_late_is_hung_up()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite() with { FirstResponseTimeout = TimeSpan.FromSeconds(5) }, _handler);
        _town.Pass(6);
        _town.Reply(_town.Requests(SipMethod.Invite).First(), 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        _town.Reply(_town.Requests(SipMethod.Bye).Single(), 200);
        _town.Pass(60);

        Assert.False(_handler.HasAnswered);
        Assert.Equal(1, _handler.Ends);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Fact]
    public void A_trunk_that_answers_in_time_is_not_given_up()
    {
        _town.ScriptFarEnd(message => _town.Reply((SipRequest)message, 100, tag: null));
        _town.Caller.Invite(_town.Invite() with { FirstResponseTimeout = TimeSpan.FromSeconds(5) }, _handler);
        _town.Pass(30);
        Assert.Equal(0, _handler.Ends);
    }
}
