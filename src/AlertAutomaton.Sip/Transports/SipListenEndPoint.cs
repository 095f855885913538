using System.Net;

namespace AlertAutomaton.Sip.Transports;

/// <summary>An address on which a user agent listens, and from which it sends.</summary>
/// <param name="Protocol">The transport.</param>
/// <param name="EndPoint">The address; port 0 takes a free one.</param>
public sealed record SipListenEndPoint(SipTransportProtocol Protocol, IPEndPoint EndPoint)
{
    /// <summary>Reads the form of the configuration file: <c>udp:0.0.0.0:5060</c>, <c>tcp:[::]:5060</c>.</summary>
    public static bool TryParse(string text, out SipListenEndPoint? listen)
    {
        listen = null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0
            || !Enum.TryParse(text.AsSpan(0, colon), ignoreCase: true, out SipTransportProtocol protocol)
            || !Enum.IsDefined(protocol)
            || !char.IsLetter(text[0])
            || !IPEndPoint.TryParse(text.AsSpan(colon + 1), out IPEndPoint? endPoint))
        {
            return false;
        }

        listen = new SipListenEndPoint(protocol, endPoint);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Protocol.ToString().ToLowerInvariant()}:{EndPoint}";
}
