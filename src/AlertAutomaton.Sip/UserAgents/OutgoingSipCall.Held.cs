using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>
/// The first 2xx, whose ACK waits until the application has kept the call: a process that dies in between leaves either a call that its
/// successor can hang up, or one that was never acknowledged and that the callee gives up by itself (RFC 3261 §13.3.1.4).
/// </content>
internal sealed partial class OutgoingSipCall
{
    private HeldAnswer? _held;

    private void KeepAndConfirm(HeldAnswer answer)
    {
        _held = answer;
        if (_invite.BeforeAcknowledgement is not { } keep)
        {
            Confirm();
            return;
        }

        Task keeping = Keep(keep);
        if (keeping.IsCompleted)
        {
            Confirm();
            return;
        }

        Arm(SipCallDeadline.AnswerHeld, _invite.LongestAcknowledgementDelay);
        _ = ConfirmAfterAsync(keeping);
    }

    private async Task Keep(Func<SipDialogIdentity, Task> keep)
    {
        try
        {
            await keep(DialogIdentities.Of(Dialog!)).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Whoever picked up is spoken to all the same: a channel that stands for minutes is the smaller harm.
            SipUserAgentLog.AnswerNotKept(Core.Log, CallId, fault.Message);
        }
    }

    private async Task ConfirmAfterAsync(Task keeping)
    {
        await keeping.ConfigureAwait(false);
        Core.Queue.Post(static call => ((OutgoingSipCall)call!).Confirm(), this);
    }

    private void OnHeldTooLong()
    {
        SipUserAgentLog.AnswerNotKept(Core.Log, CallId, $"it took longer than {_invite.LongestAcknowledgementDelay}");
        Confirm();
    }

    private void Confirm()
    {
        if (AcknowledgeHeld() is not { } held)
        {
            return;
        }

        Step(SessionTimerAgreement.OfResponse(held.Response));
        Handler?.OnAnswered(this, held.Response, held.RemoteSdp);
    }

    // Given up while the ACK waited: the answer is a fact, so it is acknowledged and hung up.
    private void ConfirmAndHangUp(string? reason)
    {
        if (AcknowledgeHeld() is not null)
        {
            HangUp(LocalEnd(SipCallEndKind.Cancelled, "answered while it was being given up: hung up"), reason);
        }
    }

    private HeldAnswer? AcknowledgeHeld()
    {
        if (_held is not { } held || IsLeaving)
        {
            return null;
        }

        _held = null;
        Disarm(SipCallDeadline.AnswerHeld);
        DialogState dialog = Dialog!;
        Acknowledge(dialog, held.Tag, held.LocalAnswer);
        _request = null;
        Establish(dialog);
        return held;
    }
}
