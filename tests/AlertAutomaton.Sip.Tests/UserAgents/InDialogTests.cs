using System.Text.Json;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>What happens after the answer, against a scripted far end.</summary>
public sealed class InDialogTests
{
    private const string Answer = "v=0\r\ns=answer\r\n";
    private readonly SimulatedTown _town = new();
    private readonly RecordingHandler _handler = new();

    [Fact]
    public void Loose_routes_are_followed_in_reverse_order_of_record_route()
    {
        Establish(("Record-Route", "<sip:192.0.2.2:5060;lr>"), ("Record-Route", "<sip:192.0.2.2:5070;lr>"))
            .Call.Bye();
        _town.Pass(0.1);

        // The nearest proxy is the last Record-Route; nothing listens on 5070, so only the wire shows it.
        (TimeSpan At, System.Net.IPEndPoint From, System.Net.IPEndPoint To, string Text) bye = _town.Network.Wire!.Last(packet => packet.Text.StartsWith("BYE", StringComparison.Ordinal));
        Assert.Equal(5070, bye.To.Port);
        Assert.StartsWith("BYE sip:phone@192.0.2.2:5060 SIP/2.0", bye.Text, StringComparison.Ordinal);
        Assert.True(bye.Text.IndexOf("192.0.2.2:5070;lr", StringComparison.Ordinal) < bye.Text.IndexOf("192.0.2.2:5060;lr", StringComparison.Ordinal));
    }

    [Fact]
    public void A_strict_router_gets_itself_as_request_uri_and_the_target_as_last_route()
    {
        Establish(("Record-Route", "<sip:192.0.2.2:5060>")).Call.Bye();
        _town.Pass(0.1);

        SipRequest bye = _town.Requests(SipMethod.Bye).Single();
        Assert.Equal("sip:192.0.2.2:5060", bye.RequestUri.ToString());
        Assert.Equal("sip:phone@192.0.2.2:5060", bye.Routes[^1].Uri.ToString());
    }

    [Fact]
    public void A_far_end_that_hangs_up_gives_its_reason()
    {
        (_, SipRequest invite) = Establish();
        SipRequest bye = _town.InDialog(invite, SipMethod.Bye, 1);
        bye.Headers.Add("Reason", "Q.850;cause=31;text=\"normal, unspecified\"");
        _town.Say(bye);
        _town.Pass(0.1);

        Assert.Equal(SipCallEndKind.RemoteHangUp, _handler.End.Kind);
        Assert.Equal(31, _handler.End.Reason?.Cause);
        Assert.Equal(200, Assert.IsType<SipResponse>(_town.Received[^1]).StatusCode);
    }

    [Fact]
    public void Byes_that_cross_are_both_answered_and_end_the_call_once()
    {
        (ISipCall call, SipRequest invite) = Establish();
        call.Bye();
        _town.Say(_town.InDialog(invite, SipMethod.Bye, 1));
        _town.Pass(0.1);
        SipRequest ours = _town.Requests(SipMethod.Bye).Single();
        _town.Reply(ours, 481);
        _town.Pass(0.1);

        Assert.Equal(200, _town.Received.OfType<SipResponse>().Single(response => response.CSeq!.Value.Method == SipMethod.Bye).StatusCode);
        Assert.Equal(1, _handler.Ends);
        Assert.Equal(SipCallEndKind.LocalHangUp, _handler.End.Kind);
        Assert.Equal(0, _town.Caller.Snapshot.Calls);
    }

    [Theory]
    [InlineData("far", 5, 200)]
    [InlineData("stranger", 5, 481)]
    public void Requests_belong_to_a_dialog_by_all_three_identifiers(string tag, uint sequence, int expected)
    {
        (_, SipRequest invite) = Establish();
        _town.Say(_town.InDialog(invite, SipMethod.Info, sequence, tag));
        _town.Pass(0.1);

        Assert.Equal(expected, Assert.IsType<SipResponse>(_town.Received[^1]).StatusCode);
    }

    [Fact]
    public void A_request_that_was_overtaken_is_refused_with_a_time_to_try_again()
    {
        (_, SipRequest invite) = Establish();
        _town.Say(_town.InDialog(invite, SipMethod.Info, 9));
        _town.Pass(0.1);
        _town.Say(_town.InDialog(invite, SipMethod.Info, 8));
        _town.Pass(0.1);

        SipResponse refused = Assert.IsType<SipResponse>(_town.Received[^1]);
        Assert.Equal(500, refused.StatusCode);
        Assert.NotNull(refused.RetryAfter);
    }

    [Fact]
    public async Task A_re_invite_that_meets_ours_gets_491_and_ours_is_tried_again_after_a_while()
    {
        (ISipCall call, SipRequest invite) = Establish();
        Task<SipResponse?> ours = call.ReInviteAsync("v=0\r\ns=hold\r\n"u8.ToArray(), CancellationToken.None);
        SipRequest theirs = _town.InDialog(invite, SipMethod.Invite, 1);
        theirs.SetBody("application/sdp", "v=0\r\ns=theirs\r\n"u8.ToArray());
        _town.Say(theirs);
        _town.Pass(0.1);
        Assert.Equal(491, _town.Received.OfType<SipResponse>().Last().StatusCode);

        _town.Reply(_town.Requests(SipMethod.Invite).Last(), 491);
        _town.Pass(2);
        Assert.Equal(2, _town.Requests(SipMethod.Invite).Count());
        _town.Pass(2.1);
        SipRequest again = _town.Requests(SipMethod.Invite).Last();
        Assert.Equal(3u, again.CSeq!.Value.Number);
        _town.Reply(again, 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Equal(200, (await ours.WaitAsync(AgentPair.Patience))?.StatusCode);
        Assert.Equal(3u, _town.Requests(SipMethod.Ack).Last().CSeq!.Value.Number);
    }

    [Fact]
    public void Update_with_an_offer_is_answered_and_moves_the_target()
    {
        (ISipCall call, SipRequest invite) = Establish();
        SipRequest update = _town.InDialog(invite, SipMethod.Update, 1);
        update.Headers.Set("Contact", "<sip:other@192.0.2.2:5060>");
        update.SetBody("application/sdp", "v=0\r\ns=update\r\n"u8.ToArray());
        _town.Say(update);
        _town.Pass(0.1);

        SipResponse response = Assert.IsType<SipResponse>(_town.Received[^1]);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal(RecordingHandler.DefaultAnswer, response.Body.ToArray());
        Assert.Equal("sip:other@192.0.2.2:5060", call.DialogIdentity!.RemoteTarget);
    }

    [Fact]
    public void A_far_end_that_stops_refreshing_is_hung_up_before_the_session_expires()
    {
        Establish(("Session-Expires", "180;refresher=uas"), ("Require", "timer"));
        _town.Pass(147);
        Assert.Empty(_town.Requests(SipMethod.Bye));
        _town.Pass(1.5);
        _town.Reply(_town.Requests(SipMethod.Bye).First(), 200);
        _town.Pass(0.1);

        Assert.Equal(SipCallEndKind.SessionExpired, _handler.End.Kind);
    }

    [Theory]
    [InlineData("INVITE, ACK, BYE, UPDATE", "UPDATE")]
    [InlineData("INVITE, ACK, BYE", "INVITE")]
    public void We_refresh_at_half_of_the_interval_by_update_where_it_is_allowed(string allow, string method)
    {
        Establish(("Session-Expires", "180;refresher=uac"), ("Allow", allow));
        _town.Pass(89);
        Assert.DoesNotContain(_town.Received.OfType<SipRequest>(), request => request.CSeq!.Value.Number > 1);
        _town.Pass(1.2);
        SipRequest refresh = _town.Received.OfType<SipRequest>().Last();
        Assert.Equal(method, refresh.Method.Name);
        Assert.Equal("180;refresher=uac", refresh.Headers.GetFirst("Session-Expires"));
        _town.Reply(refresh, 200, sdp: method == "INVITE" ? Answer : null, headers: ("Session-Expires", "180;refresher=uac"));
        _town.Pass(89);
        Assert.Equal(0, _handler.Ends);
        _town.Pass(1.3);

        // The second refresh stays without an answer: after 32 s the session is dead.
        _town.Pass(33);
        Assert.NotEmpty(_town.Requests(SipMethod.Bye));
    }

    [Fact]
    public async Task A_dialog_of_a_dead_process_is_hung_up_by_the_next_one()
    {
        (ISipCall call, _) = Establish(("Record-Route", "<sip:192.0.2.2:5060;lr>"));
        string kept = JsonSerializer.Serialize(call.DialogIdentity);
        _town.RestartCaller();
        Task<bool> done = _town.Caller.HangUpStandingAsync(JsonSerializer.Deserialize<SipDialogIdentity>(kept)!, CancellationToken.None);
        _town.Pass(0.1);

        SipRequest bye = _town.Requests(SipMethod.Bye).Single();
        Assert.Equal(call.CallId, bye.CallId);
        Assert.Equal("far", bye.To!.Tag);
        Assert.Equal(call.DialogIdentity!.LocalTag, bye.From!.Tag);
        Assert.True(bye.CSeq!.Value.Number > 50);
        Assert.Equal("sip:192.0.2.2:5060;lr", bye.Routes.Single().Uri.ToString());
        _town.Reply(bye, 200);
        _town.Pass(0.1);
        Assert.True(await done.WaitAsync(AgentPair.Patience));
    }

    [Fact]
    public void An_answer_to_the_invite_of_a_dead_process_is_acknowledged_and_hung_up_once()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.RestartCaller();
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.5);
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.1);

        Assert.Equal(2, _town.Requests(SipMethod.Ack).Count());
        SipRequest bye = _town.Requests(SipMethod.Bye).First();
        Assert.Equal("far", bye.To!.Tag);
        Assert.Equal(invite.From!.Tag, bye.From!.Tag);
        Assert.Single(_town.Requests(SipMethod.Bye).Select(request => request.CSeq!.Value.Number).Distinct());
    }

    [Fact]
    public void An_answer_to_an_invite_of_somebody_else_gets_silence()
    {
        _town.ScriptFarEnd();
        _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.RestartCaller();
        SipResponse stray = invite.CreateResponse(200, "far");
        stray.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
        stray.From = stray.From!.WithTag("0123456789abcdef");
        _town.Say(stray);
        _town.Pass(0.1);

        Assert.Single(_town.Received);
        Assert.True(SipTokenSource.IsOwnTag(invite.From!.Tag));
    }

    private (ISipCall Call, SipRequest Invite) Establish(params (string Name, string Value)[] headers)
    {
        _town.ScriptFarEnd();
        ISipCall call = _town.Caller.Invite(_town.Invite(), _handler);
        _town.Pass(0.1);
        SipRequest invite = _town.Requests(SipMethod.Invite).Single();
        _town.Reply(invite, 200, "far", Answer, headers);
        _town.Pass(0.1);
        Assert.True(_handler.HasAnswered);
        return (call, invite);
    }
}
