using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>An INVITE that asks for somebody to answer it.</summary>
/// <param name="Call">The call, in state <see cref="SipCallState.Incoming"/>; a 100 is sent by itself.</param>
/// <param name="Request">The INVITE.</param>
/// <param name="Source">Where it came from.</param>
public sealed record SipIncomingCall(ISipCall Call, SipRequest Request, SipDestination Source)
{
    /// <summary>The caller's offer, or empty for a late offer.</summary>
    public ReadOnlyMemory<byte> Sdp => Request.Body;
}
