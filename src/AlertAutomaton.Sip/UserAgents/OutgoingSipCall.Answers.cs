using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>2xx answers, the first, repeated and forked ones, and the answers that make us send the INVITE again.</content>
internal sealed partial class OutgoingSipCall
{
    private const int MostForks = 16;

    private readonly Dictionary<string, (SipRequest Ack, SipPath Path)> _acks = new(StringComparer.Ordinal);

    private void OnSuccess(SipResponse response)
    {
        string tag = response.To?.Tag ?? string.Empty;
        if (_acks.TryGetValue(tag, out (SipRequest Ack, SipPath Path) known))
        {
            // §13.2.2.4: every repetition of a 2xx is acknowledged again.
            Core.Transports.Send(known.Ack, known.Path);
            return;
        }

        // A repetition of the answer that is being kept is acknowledged with it.
        if (_acks.Count >= MostForks || string.Equals(_held?.Tag, tag, StringComparison.Ordinal))
        {
            return;
        }

        bool isFirst = _acks.Count == 0 && _held is null && !IsLeaving;
        _anyResponseSeen = true;
        DialogState dialog = EarlyDialog(tag)?.Refreshed(response) ?? DialogState.OfResponse(response, _from, _sequence, _transaction!.Path)
            ?? WithoutContact(response);
        if (EarlyDialog(tag) is not null)
        {
            // The route set of the 2xx replaces that of the early dialog (§13.2.2.4).
            dialog = dialog with { RouteSet = [.. response.RecordRoutes.Reverse()] };
        }

        FarEndTakesUpdate = response.HasOption(SipHeaderNames.Allow, SipMethod.Update.Name);
        bool crossesCancel = _machine.Phase is OutgoingInvitePhase.CancelHeld or OutgoingInvitePhase.Cancelling;
        Step(new OutgoingInviteInput.Success());
        if (!isFirst || crossesCancel)
        {
            AcknowledgeAndHangUp(dialog, tag, crossesCancel);
            return;
        }

        Disarm(SipCallDeadline.Ring);
        Disarm(SipCallDeadline.FirstResponse);
        if (response.Contacts.Count == 0)
        {
            AcknowledgeAndHangUp(dialog, tag, endsCall: false);
            Finish(SipCallEndKind.ProtocolError, response, "the answer names no Contact");
            return;
        }

        EstablishWith(response, dialog, tag);
    }

    private void EstablishWith(SipResponse response, DialogState dialog, string tag)
    {
        ReadOnlyMemory<byte> remoteSdp = SessionBody.Of(response);
        ReadOnlyMemory<byte> answer = default;
        bool isLateOffer = _invite.Sdp.IsEmpty && !_offerAnswered;
        if (isLateOffer)
        {
            answer = remoteSdp.IsEmpty ? default : Handler!.OnAnswerWanted(this, remoteSdp);
            if (answer.IsEmpty)
            {
                AcknowledgeAndHangUp(dialog, tag, endsCall: false);
                Finish(SipCallEndKind.ProtocolError, response, "the offer in the answer cannot be used");
                return;
            }

            LocalSdp = answer;
        }

        Dialog = dialog;
        KeepAndConfirm(new HeldAnswer(response, tag, answer, isLateOffer ? default : remoteSdp));
    }

    // §13.2.2.4: the ACK has the CSeq number of the INVITE and its credentials (§22.1), and no transaction.
    private void Acknowledge(DialogState dialog, string tag, ReadOnlyMemory<byte> sdp)
    {
        SipPath path = Core.NextHopOf(dialog);
        SipRequest ack = Core.WithVia(dialog.CreateRequest(SipMethod.Ack, _sequence), path);
        if (_request is { } invite)
        {
            ack.Headers.CopyFrom(invite.Headers, SipHeaderNames.Authorization);
            ack.Headers.CopyFrom(invite.Headers, SipHeaderNames.ProxyAuthorization);
        }

        if (!sdp.IsEmpty)
        {
            ack.SetBody(SessionBody.Sdp, sdp);
        }

        _acks[tag] = (ack, path);
        Core.Transports.Send(ack, path);
    }

    private void AcknowledgeAndHangUp(DialogState dialog, string tag, bool endsCall)
    {
        Acknowledge(dialog, tag, default);
        DialogState next = dialog.Next();
        SipRequest bye = next.CreateRequest(SipMethod.Bye);
        Account?.TryAuthorize(bye);
        Core.Transactions.Send(bye, Core.NextHopOf(next), new SingleRequest(Core, bye, Account, _ =>
        {
            if (endsCall)
            {
                Finish(OutgoingInvite.GivenUpKind(_machine), null, "answered while it was being cancelled: hung up");
            }
        }));
        if (!endsCall)
        {
            SipUserAgentLog.ForkedAnswer(Core.Log, CallId);
        }
    }

    // Only for hanging up: the far end broke §12.1.1, its Request-URI is the best guess.
    private DialogState WithoutContact(SipResponse response) => new()
    {
        CallId = CallId,
        Local = _from,
        Remote = response.To ?? _invite.To,
        RemoteTarget = _target,
        RouteSet = [.. response.RecordRoutes.Reverse()],
        LocalSequence = _sequence,
        Path = _transaction!.Path,
    };

    // Whether a final response other than 2xx makes us send the INVITE again, with what it asked for.
    private bool TryRepeat(SipResponse response)
    {
        if (_machine.Phase is not (OutgoingInvitePhase.Calling or OutgoingInvitePhase.Proceeding) || _repetitions >= MostRepetitions)
        {
            return false;
        }

        bool repeats = response.StatusCode switch
        {
            401 or 407 => TryAuthenticate(response),
            422 => TryLengthen(response),
            301 or 302 or 305 => TryRedirect(response),
            _ => false,
        };
        if (repeats)
        {
            _repetitions++;
            Step(new OutgoingInviteInput.Repeated());
        }

        return repeats;
    }

    private bool TryAuthenticate(SipResponse response)
    {
        if (Account is null || _request is not { } request)
        {
            return false;
        }

        DigestVerdict verdict = Account.Answer(request, response, _answers);
        if (verdict is not DigestVerdict.Answer answer)
        {
            SipUserAgentLog.ChallengeNotAnswered(Core.Log, CallId, verdict.GetType().Name);
            return false;
        }

        _answers++;
        _sequence++;
        request.Headers.Remove(SipHeaderNames.Via);
        request.Headers.Set(answer.Header.Name, answer.Header.Value);
        request.CSeq = new CSeqHeader(_sequence, SipMethod.Invite);
        Dispatch(request);
        return true;
    }

    // RFC 4028 §7.3
    private bool TryLengthen(SipResponse response)
    {
        if (response.MinSessionExpires is not { } minimum || minimum > 86_400 || minimum <= (_minimumSeconds ?? 0))
        {
            return false;
        }

        _minimumSeconds = minimum;
        _sessionSeconds = Math.Max(_sessionSeconds ?? 0, minimum);
        _sequence++;
        SendInvite();
        return true;
    }

    // §8.1.3.4, but only inside the trunk's own domain and number policy, and once: a redirection elsewhere is toll fraud.
    private bool TryRedirect(SipResponse response)
    {
        if (_redirected
            || _invite.RedirectDomain is not { } domain
            || response.Contacts is not [{ Uri.IsSip: true } contact, ..]
            || !string.Equals(contact.Uri.Host, domain, StringComparison.OrdinalIgnoreCase)
            || _invite.RedirectAllowed?.Invoke(contact.Uri) == false)
        {
            return false;
        }

        _redirected = true;
        _target = contact.Uri.WithoutHeaders();
        _sequence++;
        SendInvite();
        return true;
    }
}
