using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Media.Sdp;

/// <summary>A connection line <c>c=IN IP4 address</c> (RFC 8866 §5.7).</summary>
/// <param name="AddressType"><c>IP4</c> or <c>IP6</c>, as written.</param>
/// <param name="Host">An address, or a name that we do not resolve; without any <c>/ttl</c>.</param>
public sealed record SdpConnection(string AddressType, string Host)
{
    /// <summary>The address, null when the host is a name.</summary>
    public IPAddress? Address => IPAddress.TryParse(Host, out var address) ? address : null;

    /// <summary>Whether this is the old way to hold a call: 0.0.0.0 (RFC 3264 §8.4).</summary>
    public bool IsUnspecified => Address is { } address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    /// <summary>The line for an address of ours.</summary>
    public static SdpConnection For(IPAddress address) =>
        new(address.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4", new IPAddress(address.GetAddressBytes()).ToString());

    internal static bool TryParse(string text, out SdpConnection? connection)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = parts.Length >= 3 && parts[0].Equals("IN", StringComparison.OrdinalIgnoreCase);
        connection = known ? new SdpConnection(parts[1], parts[2].Split('/', 2)[0]) : null;
        return known;
    }

    internal string Write() => $"IN {AddressType} {Host}";
}
