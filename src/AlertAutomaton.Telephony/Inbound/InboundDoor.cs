using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Inbound;

/// <summary>Answers calls that come in where a listener takes them, and refuses the others rightly.</summary>
internal sealed class InboundDoor(
    MediaEngine media, TrunkLines lines, IReadOnlyCollection<TrunkLink> links, CallRegister register, TimeProvider time, ILogger log, CancellationToken stop)
{
    /// <summary>Who answers; null refuses everything.</summary>
    public IInboundCallListener? Listener { get; set; }

    /// <summary>Decides about one incoming call. Null leaves it to the user agent's own refusal.</summary>
    public ISipCallHandler? Consider(SipIncomingCall incoming)
    {
        TrunkLink? link = links.FirstOrDefault(candidate => candidate.IsSource(incoming.Source.EndPoint.Address));
        if (link is null || Listener is not { } listener)
        {
            return null;
        }

        InboundCallInfo info = Describe(incoming, link);
        if (!listener.Accepts(info))
        {
            return null;
        }

        if (!lines.TryTakeIncoming(link.Name, out TrunkLine? line))
        {
            return Refuse(incoming, link, 486);
        }

        line.Take();
        var options = new PlaceOptions { ListenForMachines = false, LongestTalk = TimeSpan.FromMinutes(30), MostKeys = 1000 };
        var session = new CallSession(lines, line, options, time, log);
        if (!media.TryOpen(session, CallPlacer.SoundOf(link.Address.Options, incoming.Source, options), out MediaSession? sound, out MediaOpenFailure failure))
        {
            TelephonyLog.CallNotStarted(log, $"no media session: {failure}");
            line.CallEnded();
            return Refuse(incoming, link, 503);
        }

        ReadOnlyMemory<byte> answer = default;
        if (incoming.Sdp.IsEmpty)
        {
            answer = sound.CreateOffer();
        }
        else if (!sound.TryCreateAnswer(incoming.Sdp.Span, out answer, out string? whyNot))
        {
            TelephonyLog.OfferRefused(log, info.CallId, whyNot);
            sound.Dispose();
            line.CallEnded();
            return Refuse(incoming, link, 488);
        }

        session.Attach(sound);
        session.Attach(incoming.Call);
        register.Add(session);
        _ = SpeakAsync(session, listener, info);
        incoming.Call.Ring();
        incoming.Call.Accept(answer);
        return session;
    }

    private async Task SpeakAsync(CallSession session, IInboundCallListener listener, InboundCallInfo info)
    {
        CallPlacement placement = await session.Placement;
        if (!placement.IsAnswered)
        {
            return;
        }

        await using Call call = placement.Call;
        try
        {
            await listener.AnswerAsync(call, info, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service is closing; the call is hung up below.
        }
        catch (Exception error)
        {
            TelephonyLog.ScriptFailed(log, error, info.CallId);
        }
    }

    private RefusedCall Refuse(SipIncomingCall incoming, TrunkLink link, int status)
    {
        TelephonyLog.IncomingRefused(log, link.Name, status);
        incoming.Call.Reject(status);
        return RefusedCall.Instance;
    }

    private static InboundCallInfo Describe(SipIncomingCall incoming, TrunkLink link)
    {
        SipRequest request = incoming.Request;
        NameAddress? caller = request.Addresses(SipHeaderNames.PAssertedIdentity) is [NameAddress asserted, ..] ? asserted : request.From;
        TrunkOptions trunk = link.Address.Options;
        string called = IncomingNumber.Read(request.RequestUri.User, trunk);
        return new InboundCallInfo(link.Name, called, IncomingNumber.Read(caller?.Uri.User, trunk), incoming.Call.CallId);
    }
}
