namespace AlertAutomaton.Telephony.Inbound;

/// <summary>What is known about a call that comes in. The caller's number is what the network claims; it is never a credential.</summary>
/// <param name="Trunk">The trunk it came over.</param>
/// <param name="CalledNumber">The number called, E.164 where it could be read so, else as written.</param>
/// <param name="CallerNumber">The caller's number likewise; empty when hidden.</param>
/// <param name="CallId">The SIP Call-ID, for logs.</param>
public sealed record InboundCallInfo(string Trunk, string CalledNumber, string CallerNumber, string CallId);
