using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Daemon.Links.Guesses;

/// <summary>Where a request comes from, in the grain in which guesses are counted. Pure.</summary>
internal static class SourceAddress
{
    /// <summary>The bytes of an IPv6 address that name a network: whoever has one address of it has them all.</summary>
    private const int NetworkBytes = 8;

    /// <param name="peer">The other end of the connection.</param>
    /// <param name="forwardedFor">The header X-Forwarded-For: what a reverse proxy on this machine added last is believed, nothing else.</param>
    public static IPAddress Of(IPAddress? peer, string? forwardedFor)
    {
        var address = peer ?? IPAddress.None;
        if (IPAddress.IsLoopback(address) && forwardedFor is not null
            && IPAddress.TryParse(forwardedFor[(forwardedFor.LastIndexOf(',') + 1)..].Trim(), out var client))
        {
            address = client;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
