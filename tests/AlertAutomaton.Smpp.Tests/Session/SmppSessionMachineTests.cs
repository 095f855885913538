using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;

namespace AlertAutomaton.Smpp.Tests.Session;

public sealed class SmppSessionMachineTests
{
    private static readonly SessionTimes Times = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5));
    private static readonly SequenceNumber Seven = new(7);
    private SessionState _state = SmppSessionMachine.Initial;
    private TimeSpan _now = TimeSpan.FromSeconds(100);

    [Fact]
    public void A_connection_is_followed_by_a_bind_and_a_response_by_being_bound()
    {
        Assert.IsType<SessionEffect.SendBind>(Assert.Single(Step(new SessionInput.Connected())));
        var bound = Assert.IsType<SessionEffect.Bound>(Assert.Single(Receive(new BindTransceiverResp(CommandStatus.Ok, Seven) { SystemId = "SMSC" })));
        Assert.Equal(("SMSC", SessionPhase.Bound), (bound.SystemId, _state.Phase));
    }

    [Theory]
    [InlineData(CommandStatus.InvalidPassword)]
    [InlineData(CommandStatus.AlreadyBound)]
    public void A_refused_bind_ends_the_session_with_its_status(CommandStatus status)
    {
        _ = Step(new SessionInput.Connected());
        var end = EndOf(Receive(new BindTransceiverResp(status, Seven)));
        Assert.Equal((SessionEndKind.Refused, status), (end.Kind, end.Status));
    }

    [Fact]
    public void A_nacked_bind_is_a_refused_one()
    {
        _ = Step(new SessionInput.Connected());
        Assert.Equal(CommandStatus.InvalidCommandId, EndOf(Receive(new GenericNack(CommandStatus.InvalidCommandId, Seven))).Status);
    }

    [Fact]
    public void A_bind_without_answer_ends_when_its_time_is_over()
    {
        _ = Step(new SessionInput.Connected());
        Assert.Empty(After(29));
        Assert.Equal(SessionEndKind.Silent, EndOf(After(1)).Kind);
    }

    [Fact]
    public void Enquire_link_is_answered_also_before_the_bind()
    {
        Assert.Equal(new EnquireLinkResp(CommandStatus.Ok, Seven), AnswerOf(Receive(new EnquireLink(Seven))));
        Bind();
        Assert.Equal(new EnquireLinkResp(CommandStatus.Ok, Seven), AnswerOf(Receive(new EnquireLink(Seven))));
    }

    [Fact]
    public void A_quiet_line_is_asked_and_a_silent_one_given_up()
    {
        Bind();
        Assert.Empty(After(59));
        Assert.IsType<SessionEffect.SendEnquireLink>(Assert.Single(After(1)));
        Assert.Empty(After(29));
        Assert.Equal(SessionEndKind.Silent, EndOf(After(1)).Kind);
    }

    [Fact]
    public void Any_pdu_is_a_sign_of_life()
    {
        Bind();
        _ = After(60);
        _ = After(20);
        _ = Receive(new DeliverSm(Seven));
        Assert.Empty(After(59));
        Assert.IsType<SessionEffect.SendEnquireLink>(Assert.Single(After(1)));
    }

    [Fact]
    public void Responses_complete_their_requests_and_a_nack_does_too()
    {
        Bind();
        SmppPdu[] responses =
            [new SubmitSmResp(CommandStatus.Ok, Seven), new DataSmResp(CommandStatus.Ok, Seven), new GenericNack(CommandStatus.SystemError, Seven)];
        foreach (var response in responses)
        {
            Assert.Equal(new SessionEffect.Complete(Seven, response), Assert.Single(Receive(response)));
        }
    }

    [Fact]
    public void A_response_that_cannot_be_read_completes_its_request_without_one()
    {
        Bind();
        var header = new PduHeader(20, CommandId.SubmitSmResp, CommandStatus.Ok, Seven);
        var effects = Step(new SessionInput.Malformed(header, PduFault.Pdu(CommandStatus.InvalidParameterLength, "message_id")));
        Assert.Equal(new SessionEffect.Complete(Seven, null), Assert.Single(effects));
    }

    [Fact]
    public void What_comes_from_phones_goes_to_the_application_once_bound()
    {
        Assert.Equal(new DeliverSmResp(CommandStatus.IncorrectBindStatus, Seven), AnswerOf(Receive(new DeliverSm(Seven))));
        Bind();
        Assert.IsType<SessionEffect.Deliver>(Assert.Single(Receive(new DeliverSm(Seven))));
        Assert.IsType<SessionEffect.Deliver>(Assert.Single(Receive(new DataSm(Seven))));
    }

    [Fact]
    public void A_malformed_request_is_answered_and_the_session_goes_on()
    {
        Bind();
        var fault = PduFault.Pdu(CommandStatus.InvalidMessageLength, "short_message");
        Assert.Equal(new DeliverSmResp(fault.Status, Seven), AnswerOf(Malformed(CommandId.DeliverSm, fault)));
        Assert.Equal(new DataSmResp(fault.Status, Seven), AnswerOf(Malformed(CommandId.DataSm, fault)));
        Assert.Equal(new GenericNack(fault.Status, Seven), AnswerOf(Malformed(CommandId.QuerySm, fault)));
        Assert.Equal(SessionPhase.Bound, _state.Phase);
    }

    [Fact]
    public void Endless_malformed_pdus_end_the_session()
    {
        Bind();
        var fault = PduFault.Pdu(CommandStatus.InvalidCommandId, "command_id");
        for (int i = 0; i < 20; i++)
        {
            _ = Malformed((CommandId)0x77, fault);
        }

        Assert.Equal(SessionPhase.Bound, _state.Phase);
        Assert.Equal(SessionEndKind.Garbled, EndOf(Malformed((CommandId)0x77, fault)).Kind);
    }

    [Fact]
    public void A_stream_out_of_step_is_nacked_and_ended()
    {
        Bind();
        var effects = Malformed(default, PduFault.Session(CommandStatus.InvalidCommandLength, "command_length"));
        Assert.IsType<GenericNack>(Assert.IsType<SessionEffect.Answer>(effects[0]).Pdu);
        Assert.Equal(SessionEndKind.Garbled, EndOf(effects).Kind);
    }

    [Fact]
    public void An_unbind_is_answered_before_the_end()
    {
        Bind();
        var effects = Receive(new Unbind(Seven));
        Assert.Equal(new UnbindResp(CommandStatus.Ok, Seven), Assert.IsType<SessionEffect.Answer>(effects[0]).Pdu);
        Assert.Equal(SessionEndKind.SentAway, EndOf(effects).Kind);
    }

    [Fact]
    public void Leaving_waits_for_the_answer_but_not_for_ever()
    {
        Bind();
        Assert.IsType<SessionEffect.SendUnbind>(Assert.Single(Step(new SessionInput.Stop())));
        Assert.Equal(new SessionEffect.Complete(Seven, new SubmitSmResp(CommandStatus.Ok, Seven)), Assert.Single(Receive(new SubmitSmResp(CommandStatus.Ok, Seven))));
        Assert.Empty(After(4));
        Assert.Equal(SessionEndKind.Left, EndOf(After(1)).Kind);
    }

    [Fact]
    public void Both_sides_may_leave_at_once()
    {
        Bind();
        _ = Step(new SessionInput.Stop());
        Assert.Equal(SessionEndKind.Left, EndOf(Receive(new Unbind(Seven))).Kind);
    }

    [Fact]
    public void What_a_client_never_gets_is_nacked_and_what_has_no_answer_ignored()
    {
        Bind();
        Assert.IsType<GenericNack>(AnswerOf(Receive(new SubmitSm(Seven))));
        Assert.IsType<GenericNack>(AnswerOf(Receive(new BindTransceiver(Seven))));
        Assert.Empty(Receive(new Outbind(Seven)));
        Assert.Empty(Receive(new AlertNotification(Seven)));
        Assert.Empty(Receive(new EnquireLinkResp(CommandStatus.Ok, Seven)));
        Assert.Empty(Receive(new UnbindResp(CommandStatus.Ok, Seven)));
    }

    [Fact]
    public void After_its_end_a_session_does_nothing()
    {
        Bind();
        Assert.Equal(SessionEndKind.Lost, EndOf(Step(new SessionInput.Lost("cut"))).Kind);
        Assert.Empty(Receive(new EnquireLink(Seven)));
        Assert.Empty(Step(new SessionInput.Stop()));
    }

    private void Bind()
    {
        _ = Step(new SessionInput.Connected());
        _ = Receive(new BindTransceiverResp(CommandStatus.Ok, SequenceNumber.First));
    }

    private SessionEffect[] After(int seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return Step(new SessionInput.Due());
    }

    private SessionEffect[] Receive(SmppPdu pdu) => Step(new SessionInput.Received(pdu));

    private SessionEffect[] Malformed(CommandId command, PduFault fault) =>
        Step(new SessionInput.Malformed(new PduHeader(16, command, CommandStatus.Ok, Seven), fault));

    private SessionEffect[] Step(SessionInput input)
    {
        (_state, var effects) = SmppSessionMachine.Step(_state, input, _now, Times);
        return effects;
    }

    private static SessionEnd EndOf(SessionEffect[] effects) => Assert.IsType<SessionEffect.Close>(effects[^1]).End;

    private static SmppPdu AnswerOf(SessionEffect[] effects) => Assert.IsType<SessionEffect.Answer>(Assert.Single(effects)).Pdu;
}
