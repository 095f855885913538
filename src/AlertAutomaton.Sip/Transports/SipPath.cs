using System.Net;

namespace AlertAutomaton.Sip.Transports;

/// <summary>A way to one neighbour: our listener and its address.</summary>
/// <param name="Transport">The listener that sends.</param>
/// <param name="Remote">The neighbour.</param>
/// <param name="HostName">The name that was resolved to it, or null.</param>
internal sealed record SipPath(ISipTransport Transport, IPEndPoint Remote, string? HostName = null)
{
    /// <summary>Whether the transport repeats by itself.</summary>
    public bool IsReliable => Transport.Protocol != SipTransportProtocol.Udp;

    /// <summary>The same as a destination.</summary>
    public SipDestination ToDestination() => new(Transport.Protocol, Remote, HostName);
}
