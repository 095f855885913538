using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// What outgoing and incoming calls have in common once there is a dialog. The public methods only post to the serial queue; all else runs
/// there.
/// </summary>
internal abstract partial class SipCall : ISipCall, IDeadlineOwner
{
    /// <summary>The Supported value of everything we send.</summary>
    public const string Supported = "100rel, timer";

    private static readonly TimeSpan LongestHangUp = TimeSpan.FromSeconds(4);

    private readonly Deadline?[] _deadlines = new Deadline?[(int)SipCallDeadline.GlareOver + 1];
    private volatile SipDialogIdentity? _identity;
    private volatile SipCallState _state;
    private DialogState? _dialog;
    private SipCallEnd? _end;
    private bool _isEnded;

    protected SipCall(UserAgentCore core, string callId, string localTag, SipCallState state)
    {
        Core = core;
        CallId = callId;
        LocalTag = localTag;
        _state = state;
    }

    /// <inheritdoc/>
    public string CallId { get; }

    /// <summary>Our tag.</summary>
    public string LocalTag { get; }

    /// <inheritdoc/>
    public SipCallState State
    {
        get => _state;
        protected set => _state = value;
    }

    /// <inheritdoc/>
    public SipDialogIdentity? DialogIdentity => _identity;

    protected UserAgentCore Core { get; }

    protected ISipCallHandler? Handler { get; set; }

    protected DigestClient? Account { get; set; }

    /// <summary>The dialog; null before one exists.</summary>
    protected DialogState? Dialog
    {
        get => _dialog;
        set
        {
            _dialog = value;
            if (_state == SipCallState.Answered && value is not null)
            {
                _identity = DialogIdentities.Of(value);
            }
        }
    }

    /// <summary>Whether the end is decided: told, or waiting for the response to our BYE.</summary>
    protected bool IsLeaving => _isEnded || _end is not null;

    /// <inheritdoc/>
    public void Cancel() => Core.Queue.Post(static call => ((SipCall)call!).GiveUp(null), this);

    /// <inheritdoc/>
    public void Bye(string? reason = null) => Core.Queue.Post(_ => GiveUp(reason), null);

    /// <inheritdoc/>
    public abstract void Ring(ReadOnlyMemory<byte> sdp = default, bool early183 = false);

    /// <inheritdoc/>
    public abstract void Accept(ReadOnlyMemory<byte> sdp);

    /// <inheritdoc/>
    public abstract void Reject(
        int status, string? reason = null, TimeSpan? retryAfter = null, IReadOnlyList<(string Name, string Value)>? headers = null);

    /// <inheritdoc/>
    public void OnDeadline(Deadline deadline) => OnDeadline((SipCallDeadline)deadline.Kind);

    /// <summary>Whether a request with our Call-ID and tag really comes from the other side of this dialog.</summary>
    public virtual bool IsFrom(SipRequest request) =>
        _dialog is not null && string.Equals(_dialog.RemoteTag, request.From?.Tag ?? string.Empty, StringComparison.Ordinal);

    /// <summary>Ends the call in the way its state asks for.</summary>
    public abstract void GiveUp(string? reason);

    protected virtual void OnDeadline(SipCallDeadline deadline)
    {
        switch (deadline)
        {
            case SipCallDeadline.HungUp:
                Tell(_end!);
                break;
            case SipCallDeadline.RepeatAnswer:
                RepeatAnswer();
                break;
            case SipCallDeadline.AnswerLost:
                OnAnswerLost();
                break;
            case SipCallDeadline.Refresh:
                Step(new SessionTimerInput.RefreshDue());
                break;
            case SipCallDeadline.Expiry:
                Step(new SessionTimerInput.Expired());
                break;
            case SipCallDeadline.GlareOver:
                RetryReInvite();
                break;
            default:
                break;
        }
    }

    protected void Arm(SipCallDeadline deadline, TimeSpan after) =>
        Core.Deadlines.Arm(_deadlines[(int)deadline] ??= new Deadline(this), after, (int)deadline);

    protected void Disarm(SipCallDeadline deadline)
    {
        if (_deadlines[(int)deadline] is { } armed)
        {
            Core.Deadlines.Disarm(armed);
        }
    }

    /// <summary>The call is answered and has a dialog.</summary>
    protected void Establish(DialogState dialog)
    {
        _state = SipCallState.Answered;
        Dialog = dialog;
    }

    /// <summary>Ends a call that has no dialog to hang up.</summary>
    protected void End(SipCallEnd end)
    {
        Core.Remove(this);
        Tell(end);
    }

    /// <summary>Tells the end to the application while the signalling still has something to finish.</summary>
    protected void TellOnly(SipCallEnd end) => Tell(end);

    /// <summary>
    /// Hangs up. The application is told when the far end has confirmed, so that it does not use the line again too early, but after
    /// four seconds at the latest.
    /// </summary>
    protected void HangUp(SipCallEnd end, string? reason)
    {
        if (IsLeaving || _dialog is null)
        {
            return;
        }

        _end = end;
        _state = SipCallState.Ended;
        DisarmAll();
        Dialog = _dialog.Next();
        SipRequest bye = _dialog.CreateRequest(SipMethod.Bye);
        if (reason is not null)
        {
            bye.Headers.Add(SipHeaderNames.Reason, reason);
        }

        Arm(SipCallDeadline.HungUp, LongestHangUp);
        SendInDialog(bye, _ =>
        {
            Core.Remove(this);
            Tell(end);
        });
    }

    protected static SipCallEnd LocalEnd(SipCallEndKind kind, string? detail = null) =>
        new() { Kind = kind, ProvisionalSeen = true, AnyResponseSeen = true, Detail = detail };

    protected void DisarmAll()
    {
        foreach (Deadline? deadline in _deadlines)
        {
            if (deadline is not null)
            {
                Core.Deadlines.Disarm(deadline);
            }
        }
    }

    private void Tell(SipCallEnd end)
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        _state = SipCallState.Ended;
        DisarmAll();
        CompleteWaiters();
        SipUserAgentLog.CallEnded(Core.Log, CallId, end.Kind, end.StatusCode);
        ISipCallHandler? handler = Handler;

        // The transaction of the INVITE keeps the call 32 s for strays; it need not keep the application's sound with it.
        Handler = null;
        LocalSdp = default;
        handler?.OnEnded(this, end);
    }
}
