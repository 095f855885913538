using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>A call that is hung up as soon as it stands; tells when it is over.</summary>
internal sealed class QuietHandler(Action<SipCallEnd>? ended = null, bool hangUp = false) : ISipCallHandler
{
    public void OnProvisional(ISipCall call, SipResponse response)
    {
    }

    public void OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        if (hangUp)
        {
            call.Bye();
        }
    }

    public ReadOnlyMemory<byte> OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer) => CallPeer.Sdp;

    public ReadOnlyMemory<byte> OnOfferWanted(ISipCall call) => CallPeer.Sdp;

    public void OnInfo(ISipCall call, SipRequest info)
    {
    }

    public void OnEnded(ISipCall call, SipCallEnd end) => ended?.Invoke(end);
}
