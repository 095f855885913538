using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Resolution;

/// <summary>How names of trunks are resolved.</summary>
public sealed record SipResolverOptions
{
    /// <summary>The name servers; null takes those of the system.</summary>
    public IReadOnlyList<IPEndPoint>? Servers { get; init; }

    /// <summary>Whether NAPTR is asked when the URI names no transport (RFC 3263 §4.1). False: few trunks have it, and it costs a round trip.</summary>
    public bool UsesNaptr { get; init; }

    /// <summary>The transports that we can use for sip URIs, most wanted first. UDP, TCP.</summary>
    public IReadOnlyList<SipTransportProtocol> Transports { get; init; } = [SipTransportProtocol.Udp, SipTransportProtocol.Tcp];

    /// <summary>The address families that we can send from, most wanted first. IPv4, IPv6.</summary>
    public IReadOnlyList<AddressFamily> AddressFamilies { get; init; } = [AddressFamily.InterNetwork, AddressFamily.InterNetworkV6];

    /// <summary>The most destinations returned for one name, 1 and more. 16.</summary>
    public int MaximumDestinations { get; init; } = 16;

    /// <summary>The wait for one name server. 1 s.</summary>
    public TimeSpan ServerTimeout { get; init; } = TimeSpan.FromSeconds(1);
}
