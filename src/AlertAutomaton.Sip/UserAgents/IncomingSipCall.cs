using System.Globalization;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>A call that arrives (RFC 3261 §13.3).</summary>
internal sealed partial class IncomingSipCall : SipCall, IServerTransactionUser
{
    // §13.3.1.1 lets proxies give up after three minutes; an application that says nothing for so long has forgotten the call.
    private static readonly TimeSpan LongestRinging = TimeSpan.FromMinutes(3);

    private readonly ServerTransaction _transaction;
    private readonly SipRequest _request;
    private ReadOnlyMemory<byte>? _heldAnswer;
    private string? _heldBye;
    private bool _byeIsHeld;
    private bool _answered;

    public IncomingSipCall(UserAgentCore core, ServerTransaction transaction, SipRequest request, DialogState dialog)
        : base(core, dialog.CallId, dialog.LocalTag, SipCallState.Incoming)
    {
        _transaction = transaction;
        _request = request;
        Dialog = dialog;
        transaction.User = this;
        FarEndTakesUpdate = request.HasOption(SipHeaderNames.Allow, SipMethod.Update.Name);
    }

    /// <inheritdoc/>
    protected override bool OwnsCallId => false;

    /// <summary>Gives the call to its handler.</summary>
    public void Begin(ISipCallHandler handler)
    {
        Handler = new GuardedHandler(Core, handler);
        Core.Add(this);
        Arm(SipCallDeadline.Ring, LongestRinging);
    }

    /// <summary>Refuses a call that nobody takes.</summary>
    public void RefuseUnheard(int status)
    {
        State = SipCallState.Ended;
        _transaction.Respond(Respond(_request, status));
    }

    /// <inheritdoc/>
    public override void Ring(ReadOnlyMemory<byte> sdp = default, bool early183 = false) =>
        Core.Queue.Post(_ => SendRinging(sdp, early183), null);

    /// <inheritdoc/>
    public override void Accept(ReadOnlyMemory<byte> sdp) => Core.Queue.Post(_ => SendAccept(sdp), null);

    /// <inheritdoc/>
    public override void Reject(
        int status, string? reason = null, TimeSpan? retryAfter = null, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 699);
        Core.Queue.Post(_ => Refuse(status, reason, retryAfter, headers), null);
    }

    /// <inheritdoc/>
    public override void GiveUp(string? reason)
    {
        if (State == SipCallState.Incoming)
        {
            Refuse(480, null, null, reason is null ? null : [(SipHeaderNames.Reason, reason)]);
        }
        else if (AwaitsAck && !_confirmed)
        {
            // §15: the callee must not send BYE before the ACK of its 200.
            (_byeIsHeld, _heldBye) = (true, reason);
        }
        else
        {
            HangUp(LocalEnd(SipCallEndKind.LocalHangUp), reason);
        }
    }

    /// <inheritdoc/>
    public void OnCancel(ServerTransaction transaction, SipRequest cancel)
    {
        if (State == SipCallState.Incoming)
        {
            StopRinging();
            transaction.Respond(Respond(_request, 487));
            End(new SipCallEnd { Kind = SipCallEndKind.Cancelled, Reason = SipHints.ReasonOf(cancel), AnyResponseSeen = true });
        }
    }

    /// <inheritdoc/>
    public void OnUnreachable(ServerTransaction transaction, string reason)
    {
        if (!IsLeaving && State == SipCallState.Incoming)
        {
            End(new SipCallEnd { Kind = SipCallEndKind.TransportFailure, Detail = reason });
        }
    }

    protected override void OnDeadline(SipCallDeadline deadline)
    {
        switch (deadline)
        {
            case SipCallDeadline.Ring:
                Refuse(480, null, null, null);
                break;
            case SipCallDeadline.RepeatRinging:
                RepeatRinging();
                break;
            case SipCallDeadline.RingingLost:
                // RFC 3262 §3: without PRACK the request is refused with a 5xx.
                Refuse(504, "No PRACK came", null, null);
                break;
            default:
                base.OnDeadline(deadline);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnBye(SipRequest bye)
    {
        if (State == SipCallState.Incoming)
        {
            // §15.1.2: the INVITE that still waits is answered with 487.
            StopRinging();
            _transaction.Respond(Respond(_request, 487));
        }

        base.OnBye(bye);
    }

    /// <inheritdoc/>
    protected override void OnConfirmed(ReadOnlyMemory<byte> remoteSdp, bool wasOffer)
    {
        if (_confirmed)
        {
            base.OnConfirmed(remoteSdp, wasOffer);
            return;
        }

        _confirmed = true;
        if (_byeIsHeld)
        {
            HangUp(LocalEnd(SipCallEndKind.LocalHangUp), _heldBye);
        }
        else
        {
            Handler?.OnAnswered(this, null, remoteSdp);
        }
    }

    private bool _confirmed;

    private void SendAccept(ReadOnlyMemory<byte> sdp)
    {
        if (State != SipCallState.Incoming || _answered)
        {
            return;
        }

        if (_reliable is not null)
        {
            // RFC 3262 §3: the 2xx waits until a reliable response with a session description is acknowledged.
            _heldAnswer = sdp;
            return;
        }

        _answered = true;
        Disarm(SipCallDeadline.Ring);
        SipResponse response = Respond(_request, 200);
        response.Headers.CopyFrom(_request.Headers, SipHeaderNames.RecordRoute);
        AddSessionHeaders(response);
        SessionTimerInput.Agreed agreed = SessionTimerAgreement.OfRequest(_request, Core.Options.MinimumSessionInterval, response);
        bool isOffer = SessionBody.Of(_request).IsEmpty && !_offerSentEarly;
        if (!sdp.IsEmpty && !_answerSentReliably)
        {
            LocalSdp = sdp;
            response.SetBody(SessionBody.Sdp, sdp);
        }

        Establish(Dialog!);
        Step(agreed);
        SendAnswer(_transaction, _request, response, isOffer && !sdp.IsEmpty);
    }

    private void Refuse(int status, string? reason, TimeSpan? retryAfter, IReadOnlyList<(string Name, string Value)>? headers)
    {
        if (State != SipCallState.Incoming)
        {
            return;
        }

        StopRinging();
        SipResponse refusal = _request.CreateResponse(status, LocalTag, reason);
        if (retryAfter is { } wait)
        {
            refusal.Headers.Add(SipHeaderNames.RetryAfter, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        foreach ((string name, string value) in headers ?? [])
        {
            refusal.Headers.Add(name, value);
        }

        _transaction.Respond(refusal);
        End(new SipCallEnd { Kind = SipCallEndKind.Rejected, StatusCode = status, AnyResponseSeen = true, RetryAfter = retryAfter });
    }
}
