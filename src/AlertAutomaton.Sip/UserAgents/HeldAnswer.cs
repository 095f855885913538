using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>The first 2xx of an outgoing call while its ACK waits.</summary>
/// <param name="Response">The 2xx.</param>
/// <param name="Tag">The tag of whoever answered.</param>
/// <param name="LocalAnswer">Our answer to a late offer, which the ACK carries; empty without one.</param>
/// <param name="RemoteSdp">The answer to our offer; empty when there was a late offer, or none.</param>
internal sealed record HeldAnswer(SipResponse Response, string Tag, ReadOnlyMemory<byte> LocalAnswer, ReadOnlyMemory<byte> RemoteSdp);
