using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Tests.Calls;

public sealed class CallEndingReaderTests
{
    [Theory]
    [InlineData(SipCallEndKind.Rejected, CallEndCause.Rejected)]
    [InlineData(SipCallEndKind.NoAnswer, CallEndCause.RingTimeOver)]
    [InlineData(SipCallEndKind.Cancelled, CallEndCause.Withdrawn)]
    [InlineData(SipCallEndKind.RemoteHangUp, CallEndCause.RemoteHangUp)]
    [InlineData(SipCallEndKind.LocalHangUp, CallEndCause.LocalHangUp)]
    [InlineData(SipCallEndKind.TransportFailure, CallEndCause.Unreachable)]
    [InlineData(SipCallEndKind.Timeout, CallEndCause.Unreachable)]
    [InlineData(SipCallEndKind.SessionExpired, CallEndCause.DialogLost)]
    [InlineData(SipCallEndKind.ProtocolError, CallEndCause.ProtocolError)]
    public void Every_end_of_the_stack_has_a_word_of_ours(SipCallEndKind kind, CallEndCause expected)
    {
        Assert.Equal(expected, CallEndingReader.Read(new SipCallEnd { Kind = kind }, TimeSpan.Zero, null).Cause);
    }

    [Theory]
    [InlineData(503, null, (int)CallEvidence.Overloaded)]
    [InlineData(500, null, (int)CallEvidence.Overloaded)]
    [InlineData(408, null, (int)CallEvidence.Overloaded)]
    [InlineData(480, 34, (int)CallEvidence.Overloaded)]
    [InlineData(486, 17, (int)CallEvidence.Accepted)]
    [InlineData(503, 1, (int)CallEvidence.Accepted)]
    [InlineData(486, null, (int)CallEvidence.AmbiguousRefusal)]
    [InlineData(480, null, (int)CallEvidence.AmbiguousRefusal)]
    [InlineData(403, null, (int)CallEvidence.AmbiguousRefusal)]
    [InlineData(404, null, (int)CallEvidence.None)]
    [InlineData(603, null, (int)CallEvidence.None)]
    public void A_refusal_tells_about_the_trunk_only_what_it_can_know(int status, int? cause, int expected)
    {
        var end = new SipCallEnd
        {
            Kind = SipCallEndKind.Rejected, StatusCode = status, Reason = cause is { } number ? new ReasonHeader("Q.850", number, null) : null,
        };
        Assert.Equal((CallEvidence)expected, CallEndingReader.Evidence(CallEndingReader.Read(end, TimeSpan.Zero, null)));
    }

    [Fact]
    public void A_reason_of_another_protocol_is_no_q850_cause()
    {
        var end = new SipCallEnd { Kind = SipCallEndKind.Rejected, StatusCode = 480, Reason = new ReasonHeader("SIP", 34, null) };
        Assert.Null(CallEndingReader.Read(end, TimeSpan.Zero, null).Q850Cause);
    }
}
