using System.Security.Cryptography;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>Requests of the far end inside the dialog.</content>
internal abstract partial class SipCall
{
    private ServerTransaction? _answeredInvite;
    private SipResponse? _answer;
    private uint _awaitedAck;
    private bool _answerIsOffer;
    private TimeSpan _answerInterval;

    /// <summary>Whether the ACK of our 2xx is still awaited.</summary>
    protected bool AwaitsAck => _answer is not null;

    /// <summary>A request found to belong to this dialog; it passed the general verdict.</summary>
    public void OnRequest(ServerTransaction transaction, SipRequest request)
    {
        // §12.2.2: a lower number is a request that was overtaken.
        if (!_dialog!.TryTake(request.CSeq!.Value.Number, out DialogState next))
        {
            SipResponse disorder = Respond(request, 500);
            disorder.Headers.Add(SipHeaderNames.RetryAfter, RetrySeconds());
            transaction.Respond(disorder);
            return;
        }

        Dialog = next;
        if (request.Method == SipMethod.Bye)
        {
            transaction.Respond(Respond(request, 200));
            OnBye(request);
        }
        else if (IsLeaving)
        {
            transaction.Respond(Respond(request, 481));
        }
        else if (request.Method == SipMethod.Invite)
        {
            TakeReInvite(transaction, request);
        }
        else if (request.Method == SipMethod.Update)
        {
            TakeUpdate(transaction, request);
        }
        else if (request.Method == SipMethod.Prack)
        {
            TakePrack(transaction, request);
        }
        else if (request.Method == SipMethod.Info)
        {
            transaction.Respond(Respond(request, 200));
            Handler?.OnInfo(this, request);
        }
        else
        {
            transaction.Respond(Respond(request, request.Method == SipMethod.Options ? 200 : 405, withAllow: true));
        }
    }

    /// <summary>The ACK of a 2xx of ours, or a repetition of it.</summary>
    public void OnAck(SipRequest ack)
    {
        if (_answer is null || !IsFrom(ack) || ack.CSeq is not { } cseq || cseq.Number != _awaitedAck)
        {
            return;
        }

        bool isOffer = _answerIsOffer;
        ForgetAnswer();
        if (!IsLeaving)
        {
            OnConfirmed(isOffer ? SessionBody.Of(ack) : default, isOffer);
        }
    }

    /// <summary>Sends our 2xx and repeats it until its ACK comes (§13.3.1.4).</summary>
    protected void SendAnswer(ServerTransaction transaction, SipRequest request, SipResponse answer, bool isOffer)
    {
        (_answeredInvite, _answer, _answerIsOffer) = (transaction, answer, isOffer);
        _awaitedAck = request.CSeq!.Value.Number;
        _answerInterval = Core.Options.Timers.T1;
        Arm(SipCallDeadline.RepeatAnswer, _answerInterval);
        Arm(SipCallDeadline.AnswerLost, Core.Options.Timers.Lifetime);
        transaction.Respond(answer);
    }

    /// <summary>The ACK came: the first one of an incoming call, or that of a re-INVITE.</summary>
    protected virtual void OnConfirmed(ReadOnlyMemory<byte> remoteSdp, bool wasOffer)
    {
        if (wasOffer)
        {
            Handler?.OnAnswered(this, null, remoteSdp);
        }
    }

    /// <summary>A PRACK; only incoming calls send reliable provisional responses.</summary>
    protected virtual void TakePrack(ServerTransaction transaction, SipRequest request) => transaction.Respond(Respond(request, 481));

    /// <summary>The far end hangs up.</summary>
    protected virtual void OnBye(SipRequest bye)
    {
        if (_end is not null)
        {
            // BYEs crossed: ours still waits for its response, the application is told what it asked for.
            Tell(_end);
            return;
        }

        End(new SipCallEnd { Kind = SipCallEndKind.RemoteHangUp, Reason = SipHints.ReasonOf(bye), ProvisionalSeen = true, AnyResponseSeen = true });
    }

    /// <summary>A response with our tag.</summary>
    protected SipResponse Respond(SipRequest request, int status, bool withAllow = false)
    {
        SipResponse response = request.CreateResponse(status, LocalTag);
        if (withAllow)
        {
            response.Headers.Add(SipHeaderNames.Allow, Core.Allow);
        }

        return response;
    }

    private static string RetrySeconds() =>
        RandomNumberGenerator.GetInt32(0, 10).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void TakeReInvite(ServerTransaction transaction, SipRequest request)
    {
        if (_state != SipCallState.Answered)
        {
            // §14.2: an INVITE while the first one is not answered.
            SipResponse early = Respond(request, 500);
            early.Headers.Add(SipHeaderNames.RetryAfter, RetrySeconds());
            transaction.Respond(early);
            return;
        }

        if (_inviteIsOut)
        {
            transaction.Respond(Respond(request, 491));
            return;
        }

        ReadOnlyMemory<byte> offer = SessionBody.Of(request);
        if (TryAgree(transaction, request, offer, () => offer.IsEmpty ? Handler?.OnOfferWanted(this) ?? default : Handler?.OnAnswerWanted(this, offer) ?? default) is { } response)
        {
            SendAnswer(transaction, request, response, isOffer: offer.IsEmpty);
        }
    }

    private void TakeUpdate(ServerTransaction transaction, SipRequest request)
    {
        ReadOnlyMemory<byte> offer = SessionBody.Of(request);
        if (_inviteIsOut && !offer.IsEmpty)
        {
            transaction.Respond(Respond(request, 491));
            return;
        }

        // RFC 3311 §5.2: without an offer UPDATE only refreshes.
        Func<ReadOnlyMemory<byte>>? answer = offer.IsEmpty ? null : () => Handler?.OnAnswerWanted(this, offer) ?? default;
        if (TryAgree(transaction, request, offer, answer) is { } response)
        {
            transaction.Respond(response);
        }
    }

    // The 2xx to a target refresh request, or null when it was refused.
    private SipResponse? TryAgree(
        ServerTransaction transaction, SipRequest request, ReadOnlyMemory<byte> offer, Func<ReadOnlyMemory<byte>>? sdp)
    {
        if (SessionTimerAgreement.IsTooShort(request, Core.Options.MinimumSessionInterval))
        {
            SipResponse tooShort = Respond(request, 422);
            tooShort.MinSessionExpires = (uint)Core.Options.MinimumSessionInterval.TotalSeconds;
            transaction.Respond(tooShort);
            return null;
        }

        // A body that is there but holds no session description cannot be answered.
        ReadOnlyMemory<byte> answer = request.Body.IsEmpty || !offer.IsEmpty ? sdp?.Invoke() ?? default : default;
        if ((sdp is not null && answer.IsEmpty) || (!request.Body.IsEmpty && offer.IsEmpty))
        {
            transaction.Respond(Respond(request, 488));
            return null;
        }

        Dialog = _dialog!.Refreshed(request);
        SipResponse response = Respond(request, 200);
        AddSessionHeaders(response);
        SessionTimerInput.Agreed agreed = SessionTimerAgreement.OfRequest(request, Core.Options.MinimumSessionInterval, response);
        if (!answer.IsEmpty)
        {
            LocalSdp = answer;
            response.SetBody(SessionBody.Sdp, answer);
        }

        if (agreed.Interval > TimeSpan.Zero || request.Method == SipMethod.Invite)
        {
            Step(agreed);
        }

        return response;
    }

    private void RepeatAnswer()
    {
        if (_answer is not null && _answeredInvite is not null)
        {
            _answerInterval = Core.Options.Timers.Doubled(_answerInterval);
            Arm(SipCallDeadline.RepeatAnswer, _answerInterval);
            _answeredInvite.Respond(_answer);
        }
    }

    private void OnAnswerLost()
    {
        ForgetAnswer();
        HangUp(LocalEnd(SipCallEndKind.Timeout, "no ACK came for our answer"), null);
    }

    private void ForgetAnswer()
    {
        (_answer, _answeredInvite) = (null, null);
        Disarm(SipCallDeadline.RepeatAnswer);
        Disarm(SipCallDeadline.AnswerLost);
    }
}
