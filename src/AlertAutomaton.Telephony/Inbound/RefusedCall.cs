using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Telephony.Inbound;

/// <summary>A call that was refused with a status of its own; nothing that still happens in it matters.</summary>
internal sealed class RefusedCall : ISipCallHandler
{
    public static readonly RefusedCall Instance = new();

    public void OnProvisional(ISipCall call, SipResponse response)
    {
        // An incoming call gets no provisional response.
    }

    public void OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp) => call.Bye();

    public ReadOnlyMemory<byte> OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer) => default;

    public ReadOnlyMemory<byte> OnOfferWanted(ISipCall call) => default;

    public void OnInfo(ISipCall call, SipRequest info)
    {
        // Nobody listens.
    }

    public void OnEnded(ISipCall call, SipCallEnd end)
    {
        // Nothing was taken, nothing is given back.
    }
}
