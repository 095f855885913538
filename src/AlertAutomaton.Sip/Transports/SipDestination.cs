using System.Net;

namespace AlertAutomaton.Sip.Transports;

/// <summary>Where a request goes: a transport and a resolved address (the result of RFC 3263).</summary>
/// <param name="Protocol">The transport.</param>
/// <param name="EndPoint">The address and port.</param>
/// <param name="HostName">The name that was resolved, checked against the certificate over TLS; null for a numeric address.</param>
public sealed record SipDestination(SipTransportProtocol Protocol, IPEndPoint EndPoint, string? HostName = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Protocol.ToString().ToLowerInvariant()}:{EndPoint}";
}
