using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>Provisional responses: early dialogs, reliable ones with their PRACK (RFC 3262 §4), early media.</content>
internal sealed partial class OutgoingSipCall
{
    private readonly Dictionary<string, (DialogState Dialog, uint LastReliable)> _early = new(StringComparer.Ordinal);
    private bool _offerAnswered;

    /// <inheritdoc/>
    public override bool IsFrom(SipRequest request)
    {
        if (State is SipCallState.Answered || IsLeaving || _held is not null || request.From?.Tag is not { } tag || EarlyDialog(tag) is not { } early)
        {
            return base.IsFrom(request);
        }

        Dialog = early;
        return true;
    }

    private DialogState? EarlyDialog(string tag) => _early.TryGetValue(tag, out (DialogState Dialog, uint LastReliable) early) ? early.Dialog : null;

    private void OnProvisional(SipResponse response)
    {
        if (response.StatusCode > 100)
        {
            _provisionalSeen = true;
            if (State == SipCallState.Calling)
            {
                State = SipCallState.Ringing;
            }
        }

        // The application hears of it before a held CANCEL goes out, in the order of the wire.
        if (response.StatusCode > 100 && TakeProvisional(response) && !IsLeaving)
        {
            Handler!.OnProvisional(this, response);
        }

        Step(new OutgoingInviteInput.Provisional());
    }

    // Whether the application is to hear of it: repetitions of reliable responses are not news.
    private bool TakeProvisional(SipResponse response)
    {
        if (response.To?.Tag is not { Length: > 0 } tag)
        {
            return true;
        }

        bool isReliable = response.RSeq is not null && response.HasOption(SipHeaderNames.Require, "100rel");
        if (!_early.TryGetValue(tag, out (DialogState Dialog, uint LastReliable) early))
        {
            if (_early.Count >= MostForks || DialogState.OfResponse(response, _from, _sequence, _transaction!.Path) is not { } dialog)
            {
                return !isReliable;
            }

            FarEndTakesUpdate = response.HasOption(SipHeaderNames.Allow, SipMethod.Update.Name);
            early = (dialog, 0);
            _early[tag] = early;
        }

        if (!isReliable)
        {
            return true;
        }

        // RFC 3262 §4: only the next in order is acknowledged; an older one is a repetition, a later one came too early.
        uint number = response.RSeq!.Value;
        if (early.LastReliable != 0 && number != early.LastReliable + 1)
        {
            return false;
        }

        Acknowledge(response, tag, early.Dialog.Next(), number);
        return true;
    }

    private void Acknowledge(SipResponse response, string tag, DialogState dialog, uint number)
    {
        _early[tag] = (dialog, number);
        Dialog = dialog;
        SipRequest prack = dialog.CreateRequest(SipMethod.Prack);
        prack.RAck = new RAckHeader(number, response.CSeq!.Value.Number, SipMethod.Invite);
        ReadOnlyMemory<byte> offer = SessionBody.Of(response);
        if (_invite.Sdp.IsEmpty && !offer.IsEmpty && !_offerAnswered)
        {
            // §5: an offer in a reliable response is answered in its PRACK.
            ReadOnlyMemory<byte> answer = Handler!.OnAnswerWanted(this, offer);
            _offerAnswered = !answer.IsEmpty;
            LocalSdp = answer;
            if (_offerAnswered)
            {
                prack.SetBody(SessionBody.Sdp, answer);
            }
        }

        Account?.TryAuthorize(prack);
        Core.Transactions.Send(prack, Core.NextHopOf(dialog), new SingleRequest(Core, prack, Account, _ => { }, () => NextEarlySequence(tag)));
    }

    private uint NextEarlySequence(string tag)
    {
        (DialogState Dialog, uint LastReliable) early = _early[tag];
        _early[tag] = (early.Dialog.Next(), early.LastReliable);
        return _early[tag].Dialog.LocalSequence;
    }
}
