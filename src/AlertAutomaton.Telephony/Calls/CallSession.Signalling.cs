using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>What the SIP user agent tells: ringing, answer, offers, INFO, the end.</summary>
internal sealed partial class CallSession
{
    void ISipCallHandler.OnProvisional(ISipCall call, SipResponse response)
    {
        Attach(call);
        GiveEvidence(CallEvidence.Accepted, null, null);
        if (!response.Body.IsEmpty && !TryTakeAnswer(response.Body, out string? whyNot))
        {
            // An answer that is no good now may be mended by the one in the 200.
            TelephonyLog.EarlyMediaRefused(_log, call.CallId, whyNot);
        }
    }

    void ISipCallHandler.OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        Attach(call);
        GiveEvidence(CallEvidence.Accepted, null, null);
        string? whyNot = null;
        bool taken = remoteSdp.IsEmpty || TryTakeAnswer(remoteSdp, out whyNot);
        // A 200 without a body is right when the answer came earlier (RFC 6337 §2.1); when none ever came, nobody would hear a word.
        if (!taken || _media?.Codec is null)
        {
            lock (_gate)
            {
                _localDetail ??= $"sound not agreed: {whyNot ?? "no answer to our offer"}";
            }

            call.Bye("SIP;cause=488");
            return;
        }

        lock (_gate)
        {
            if (_answered)
            {
                return;
            }

            if (_ended)
            {
                // Given up while the answer was on its way: nobody would speak to whoever took it.
                call.Bye();
                return;
            }

            _answered = true;
            _answeredAt = Time.GetTimestamp();
            _talkLimit = Time.CreateTimer(
                static session => ((CallSession)session!).HangUp("longest talk reached"), this, _options.LongestTalk, Timeout.InfiniteTimeSpan);
        }

        _placement.TrySetResult(CallPlacement.Answered(new Call(this)));
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer)
    {
        MediaSession? media = _media;
        if (media is null)
        {
            return default;
        }

        if (media.TryCreateAnswer(remoteOffer.Span, out ReadOnlyMemory<byte> answer, out string? whyNot))
        {
            return answer;
        }

        TelephonyLog.OfferRefused(_log, call.CallId, whyNot);
        if (string.Equals(whyNot, "fax", StringComparison.Ordinal))
        {
            FaxFound();
        }

        return default;
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnOfferWanted(ISipCall call) => _media?.CreateOffer() ?? default;

    void ISipCallHandler.OnInfo(ISipCall call, SipRequest info)
    {
        if (InfoKey.TryParse(info.ContentType, info.Body.Span, out InfoKey pressed))
        {
            WithMedia(media => media.KeyFromInfo(pressed.Key));
        }
    }

    void ISipCallHandler.OnEnded(ISipCall call, SipCallEnd end)
    {
        Attach(call);
        CallEnding ending = CallEndingReader.Read(end, Talked, _localDetail);
        if (!_answered)
        {
            CallEvidence evidence = CallEndingReader.Evidence(ending);
            _trunkFull = !ending.Rang && evidence == CallEvidence.AmbiguousRefusal && _lines.BlamesTrunk(Line, ending.StatusCode ?? 0);
            GiveEvidence(evidence, ending.RetryAfter, ending.Detail ?? ending.ReasonPhrase);
        }

        Finish(ending);
    }

    private bool TryTakeAnswer(ReadOnlyMemory<byte> sdp, out string? whyNot)
    {
        whyNot = "no sound";
        return _media is { } media && media.TryAcceptAnswer(sdp.Span, out whyNot);
    }
}
