using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Resolution;

/// <summary>Finds the servers of a SIP URI (RFC 3263).</summary>
public interface ISipResolver
{
    /// <summary>The destinations to try, best first; empty when the name leads nowhere.</summary>
    /// <param name="uri">A sip or sips URI, as configured for a trunk; names from received messages are never resolved.</param>
    /// <param name="preferred">The transport to use when the URI does not say one.</param>
    /// <param name="cancellationToken">Gives up waiting for name servers.</param>
    Task<IReadOnlyList<SipDestination>> ResolveAsync(SipUri uri, SipTransportProtocol preferred, CancellationToken cancellationToken);
}
