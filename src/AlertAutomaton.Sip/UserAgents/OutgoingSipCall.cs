using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>A call that we place (RFC 3261 §13.2).</summary>
internal sealed partial class OutgoingSipCall : SipCall, IClientTransactionUser
{
    // 401 and 407 count by the digest client; this bounds 422 and 3xx as well.
    private const int MostRepetitions = 5;

    private readonly SipInvite _invite;
    private readonly NameAddress _from;
    private SipUri _target;
    private SipPath? _path;
    private SipPath? _large;
    private OutgoingInviteState _machine = OutgoingInvite.Initial;
    private ClientTransaction? _transaction;
    private SipRequest? _request;
    private uint _sequence = 1;
    private int _answers;
    private int _repetitions;
    private bool _redirected;
    private bool _provisionalSeen;
    private bool _anyResponseSeen;
    private uint? _sessionSeconds;
    private uint? _minimumSeconds;
    private string? _cancelReason;

    public OutgoingSipCall(UserAgentCore core, SipInvite invite, ISipCallHandler handler)
        : base(core, SipTokenSource.NewCallId(), SipTokenSource.NewTag(), SipCallState.Calling)
    {
        _invite = invite;
        _target = invite.RequestUri;
        _from = invite.From.WithTag(LocalTag);
        _sessionSeconds = invite.SessionExpires is { } interval ? (uint)Math.Clamp(interval.TotalSeconds, 90, 86_400) : null;
        LocalSdp = invite.Sdp;
        Handler = new GuardedHandler(core, handler);
    }

    /// <inheritdoc/>
    protected override bool OwnsCallId => true;

    /// <summary>Sends the INVITE; on the serial queue.</summary>
    public void Begin()
    {
        if (IsLeaving)
        {
            return;
        }

        _path = Core.Transports.PathTo(_invite.Destination);
        if (_path is null)
        {
            Finish(SipCallEndKind.TransportFailure, null, $"no listener of this daemon reaches {_invite.Destination}");
            return;
        }

        if (Core.CallCount >= Core.Options.MaxCalls)
        {
            Finish(SipCallEndKind.TransportFailure, null, "too many calls at once");
            return;
        }

        if (_invite.TcpWhenLarge && _invite.Destination.Protocol == SipTransportProtocol.Udp)
        {
            _large = Core.Transports.PathTo(_invite.Destination with { Protocol = SipTransportProtocol.Tcp });
        }

        Account = Core.AccountFor(_invite.Credentials, _path);
        Core.Add(this);
        Arm(SipCallDeadline.Ring, _invite.RingTimeout);
        if (_invite.FirstResponseTimeout is { } patience)
        {
            Arm(SipCallDeadline.FirstResponse, patience);
        }

        SendInvite();
    }

    /// <inheritdoc/>
    public override void Ring(ReadOnlyMemory<byte> sdp = default, bool early183 = false)
    {
        // Only incoming calls ring here.
    }

    /// <inheritdoc/>
    public override void Accept(ReadOnlyMemory<byte> sdp)
    {
        // Only incoming calls are accepted here.
    }

    /// <inheritdoc/>
    public override void Reject(
        int status, string? reason = null, TimeSpan? retryAfter = null, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        // Only incoming calls are refused here.
    }

    /// <inheritdoc/>
    public override void GiveUp(string? reason)
    {
        if (State == SipCallState.Answered)
        {
            HangUp(LocalEnd(SipCallEndKind.LocalHangUp), reason);
        }
        else if (_held is not null)
        {
            ConfirmAndHangUp(reason);
        }
        else if (_path is null)
        {
            Finish(SipCallEndKind.Cancelled, null, null);
        }
        else
        {
            _cancelReason ??= reason;
            Step(new OutgoingInviteInput.GivenUp(RingTimedOut: false));
        }
    }

    /// <inheritdoc/>
    public void OnResponse(ClientTransaction transaction, SipResponse response)
    {
        if (response.IsSuccess)
        {
            OnSuccess(response);
            return;
        }

        if (!ReferenceEquals(transaction, _transaction))
        {
            return;
        }

        if (IsLeaving)
        {
            FollowUp(response);
            return;
        }

        if (!_anyResponseSeen)
        {
            _anyResponseSeen = true;
            Disarm(SipCallDeadline.FirstResponse);
        }

        if (response.IsProvisional)
        {
            OnProvisional(response);
        }
        else if (!TryRepeat(response))
        {
            _finalResponse = response;
            Step(new OutgoingInviteInput.Refused(response.StatusCode));
        }
    }

    /// <inheritdoc/>
    public void OnTimeout(ClientTransaction transaction)
    {
        if (ReferenceEquals(transaction, _transaction))
        {
            Step(new OutgoingInviteInput.Unanswered());
        }
    }

    /// <inheritdoc/>
    public void OnTransportFailure(ClientTransaction transaction, string reason)
    {
        if (ReferenceEquals(transaction, _transaction))
        {
            _failure = reason;
            Step(new OutgoingInviteInput.Unsendable());
        }
    }

    protected override void OnDeadline(SipCallDeadline deadline)
    {
        switch (deadline)
        {
            case SipCallDeadline.Ring:
                Step(new OutgoingInviteInput.GivenUp(RingTimedOut: true));
                break;
            case SipCallDeadline.FirstResponse:
                Step(new OutgoingInviteInput.GivenUp(RingTimedOut: false));
                TellOnly(new SipCallEnd { Kind = SipCallEndKind.Timeout, Detail = "no response of any kind came in time" });
                break;
            case SipCallDeadline.AnswerHeld:
                OnHeldTooLong();
                break;
            case SipCallDeadline.Cancelled:
                Core.Transactions.Abandon(_transaction!);
                break;
            default:
                base.OnDeadline(deadline);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnBye(SipRequest bye)
    {
        // It answered and hangs up before it has our ACK (against §15): the answer counts, and so does the end.
        Confirm();

        // A BYE inside an early dialog ends nothing by itself: the final response of the INVITE does.
        if (State == SipCallState.Answered || IsLeaving)
        {
            base.OnBye(bye);
        }
    }

    private SipResponse? _finalResponse;
    private string? _failure;

    // The application was told already that this trunk is silent; a late sign of life only finishes the CANCEL.
    private void FollowUp(SipResponse response) =>
        Step(response.IsProvisional ? new OutgoingInviteInput.Provisional() : new OutgoingInviteInput.Refused(response.StatusCode));

    private void SendInvite()
    {
        SipRequest request = CreateInvite();
        Account?.TryAuthorize(request);
        _request = request;
        Dispatch(request);
    }

    private void Dispatch(SipRequest request) => _transaction = Core.Transactions.Send(request, _path!, this, _large);

    private SipRequest CreateInvite()
    {
        var request = new SipRequest(SipMethod.Invite, _target);
        SipHeaders headers = request.Headers;
        headers.Add(SipHeaderNames.MaxForwards, "70");
        foreach (NameAddress route in _invite.Routes)
        {
            headers.Add(SipHeaderNames.Route, route.ToString());
        }

        headers.Add(SipHeaderNames.From, _from.ToString());
        headers.Add(SipHeaderNames.To, _invite.To.ToString());
        headers.Add(SipHeaderNames.CallId, CallId);
        headers.Add(SipHeaderNames.CSeq, new CSeqHeader(_sequence, SipMethod.Invite).ToString());
        AddSessionHeaders(request, _path!);
        AddIdentity(headers);
        if (_sessionSeconds is { } seconds)
        {
            request.SessionExpires = new SessionExpiresHeader(seconds, null);
        }

        if (_minimumSeconds is { } minimum)
        {
            request.MinSessionExpires = minimum;
        }

        foreach ((string name, string value) in _invite.ExtraHeaders)
        {
            headers.Add(name, value);
        }

        if (!_invite.Sdp.IsEmpty)
        {
            request.SetBody(SessionBody.Sdp, _invite.Sdp);
        }

        return request;
    }

    private void AddIdentity(SipHeaders headers)
    {
        if (_invite.PAssertedIdentity is { } asserted)
        {
            headers.Add(SipHeaderNames.PAssertedIdentity, asserted.ToString());
        }

        if (_invite.PPreferredIdentity is { } preferred)
        {
            headers.Add(SipHeaderNames.PPreferredIdentity, preferred.ToString());
        }

        if (_invite.Privacy is { } privacy)
        {
            headers.Add(SipHeaderNames.Privacy, privacy);
        }
    }

    private void Step(OutgoingInviteInput input)
    {
        (_machine, OutgoingInviteEffect? effect) = OutgoingInvite.Step(_machine, input);
        if (_machine.Phase is OutgoingInvitePhase.CancelHeld or OutgoingInvitePhase.Cancelling)
        {
            Disarm(SipCallDeadline.Ring);
            State = SipCallState.Cancelling;
        }

        switch (effect)
        {
            case OutgoingInviteEffect.SendCancel:
                Arm(SipCallDeadline.Cancelled, Core.Options.Timers.Lifetime);
                string? reason = _cancelReason;
                var cancel = new SipRequest(SipMethod.Cancel, _target);
                Core.Transactions.Cancel(_transaction!, new SingleRequest(Core, cancel, null, _ => { }), reason);
                break;
            case OutgoingInviteEffect.End end:
                Finish(end.Kind, _finalResponse, _failure);
                break;
            default:
                break;
        }
    }

    private void Finish(SipCallEndKind kind, SipResponse? final, string? detail)
    {
        _request = null;
        End(new SipCallEnd
        {
            Kind = kind,
            FinalResponse = final,
            StatusCode = final?.StatusCode,
            Reason = final is null ? null : SipHints.ReasonOf(final),
            RetryAfter = final?.RetryAfter?.Delay,
            ProvisionalSeen = _provisionalSeen,
            AnyResponseSeen = _anyResponseSeen,
            Detail = detail,
        });
    }
}
