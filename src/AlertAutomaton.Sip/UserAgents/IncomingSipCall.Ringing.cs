using System.Security.Cryptography;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>Ringing and early media, reliable where the caller wants it (RFC 3262 §3).</content>
internal sealed partial class IncomingSipCall
{
    private SipResponse? _reliable;
    private uint _reliableNumber;
    private TimeSpan _reliableInterval;
    private bool _answerSentReliably;
    private bool _offerSentEarly;

    private void SendRinging(ReadOnlyMemory<byte> sdp, bool early183)
    {
        // §3 of RFC 3262: one reliable response at a time.
        if (State != SipCallState.Incoming || _reliable is not null)
        {
            return;
        }

        SipResponse response = Respond(_request, early183 ? 183 : 180);
        response.Headers.CopyFrom(_request.Headers, SipHeaderNames.RecordRoute);
        AddSessionHeaders(response);
        bool isReliable = _request.HasOption(SipHeaderNames.Require, "100rel")
            || (Core.Options.ReliableRinging && _request.HasOption(SipHeaderNames.Supported, "100rel"));
        if (!sdp.IsEmpty)
        {
            LocalSdp = sdp;
            response.SetBody(SessionBody.Sdp, sdp);
        }

        if (isReliable)
        {
            _reliableNumber = _reliableNumber == 0 ? (uint)RandomNumberGenerator.GetInt32(1, int.MaxValue) : _reliableNumber + 1;
            response.Headers.Add(SipHeaderNames.Require, "100rel");
            response.Headers.Add(SipHeaderNames.RSeq, _reliableNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
            _reliable = response;
            _reliableInterval = Core.Options.Timers.T1;
            Arm(SipCallDeadline.RepeatRinging, _reliableInterval);
            Arm(SipCallDeadline.RingingLost, Core.Options.Timers.Lifetime);
        }

        _transaction.Respond(response);
    }

    /// <inheritdoc/>
    protected override void TakePrack(ServerTransaction transaction, SipRequest request)
    {
        if (_reliable is null
            || request.RAck is not { } ack
            || ack.ResponseNumber != _reliableNumber
            || ack.CSeqNumber != _request.CSeq!.Value.Number
            || ack.Method != SipMethod.Invite)
        {
            transaction.Respond(Respond(request, 481));
            return;
        }

        bool hadSdp = !_reliable.Body.IsEmpty;
        bool wasOffer = hadSdp && SessionBody.Of(_request).IsEmpty;
        StopRinging();
        transaction.Respond(Respond(request, 200));
        if (wasOffer)
        {
            _offerSentEarly = true;
            _answerSentReliably = true;
            Handler?.OnAnswered(this, null, SessionBody.Of(request));
        }
        else if (hadSdp)
        {
            _answerSentReliably = true;
        }

        if (_heldAnswer is { } held)
        {
            _heldAnswer = null;
            SendAccept(held);
        }
    }

    private void RepeatRinging()
    {
        if (_reliable is not null)
        {
            _reliableInterval *= 2;
            Arm(SipCallDeadline.RepeatRinging, _reliableInterval);
            _transaction.Respond(_reliable);
        }
    }

    private void StopRinging()
    {
        _reliable = null;
        Disarm(SipCallDeadline.RepeatRinging);
        Disarm(SipCallDeadline.RingingLost);
    }
}
