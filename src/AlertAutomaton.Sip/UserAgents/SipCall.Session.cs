using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>The session timer (RFC 4028).</content>
internal abstract partial class SipCall
{
    private SessionTimerState _sessionTimer;

    /// <summary>Whether the far end lists UPDATE in its Allow.</summary>
    protected bool FarEndTakesUpdate { get; set; }

    /// <summary>Brings one input to the session timer.</summary>
    protected void Step(SessionTimerInput input)
    {
        if (IsLeaving)
        {
            return;
        }

        (_sessionTimer, SessionTimerEffect? effect) = SessionTimer.Step(_sessionTimer, input);
        switch (effect)
        {
            case SessionTimerEffect.Arm arm:
                ArmOrDisarm(SipCallDeadline.Refresh, arm.Refresh);
                ArmOrDisarm(SipCallDeadline.Expiry, arm.Expiry);
                break;
            case SessionTimerEffect.SendRefresh:
                SendRefresh();
                break;
            case SessionTimerEffect.HangUp:
                HangUp(LocalEnd(SipCallEndKind.SessionExpired, "the far end did not refresh the session"), "SIP;cause=408;text=\"Session expired\"");
                break;
            default:
                break;
        }
    }

    private void ArmOrDisarm(SipCallDeadline deadline, TimeSpan? after)
    {
        if (after is { } wait)
        {
            Arm(deadline, wait);
        }
        else
        {
            Disarm(deadline);
        }
    }

    private void SendRefresh()
    {
        if (_inviteIsOut || (!FarEndTakesUpdate && LocalSdp.IsEmpty))
        {
            Step(new SessionTimerInput.RefreshFailed(491));
            return;
        }

        if (!FarEndTakesUpdate)
        {
            SendReInvite(LocalSdp, response => OnRefreshed(response, agreedAlready: true));
            return;
        }

        SipRequest update = _dialog!.CreateRequest(SipMethod.Update, NextSequence());
        AddSessionHeaders(update);
        AddSessionExpires(update);
        SendInDialog(update, response => OnRefreshed(response, agreedAlready: false));
    }

    private void OnRefreshed(SipResponse? response, bool agreedAlready)
    {
        if (response is not { IsSuccess: true })
        {
            Step(new SessionTimerInput.RefreshFailed(response?.StatusCode));
        }
        else if (!agreedAlready)
        {
            Dialog = _dialog!.Refreshed(response);

            // §7.2: a far end that leaves the header out does not know the timer; we go on refreshing alone.
            SessionTimerInput.Agreed agreed = SessionTimerAgreement.OfResponse(response);
            Step(agreed.Interval == TimeSpan.Zero ? new SessionTimerInput.Agreed(_sessionTimer.Interval, WeRefresh: true) : agreed);
        }
    }

    private void AddSessionExpires(SipRequest request)
    {
        if (_sessionTimer.Interval > TimeSpan.Zero)
        {
            // §7.4: the roles stay as they are; in this transaction we are the client.
            request.SessionExpires = new SessionExpiresHeader(
                (uint)_sessionTimer.Interval.TotalSeconds, _sessionTimer.WeRefresh ? "uac" : "uas");
        }
    }
}
