using System.Net;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Tracing;

/// <summary>Takes every SIP packet or framed message as it is on the wire. Called on transport threads: it must not block or throw.</summary>
public interface ISipTrace
{
    /// <summary>Records one packet.</summary>
    /// <param name="direction">Which way it went.</param>
    /// <param name="protocol">The transport.</param>
    /// <param name="local">Our address.</param>
    /// <param name="remote">The peer's address.</param>
    /// <param name="bytes">The packet; valid during the call only.</param>
    void Record(SipTraceDirection direction, SipTransportProtocol protocol, IPEndPoint local, IPEndPoint remote, ReadOnlySpan<byte> bytes);
}
