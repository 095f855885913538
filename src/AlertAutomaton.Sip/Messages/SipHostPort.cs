using System.Net;

namespace AlertAutomaton.Sip.Messages;

/// <summary>hostport / sent-by of RFC 3261 §25.1, read without allocating; an IPv6 reference loses its brackets.</summary>
internal readonly ref struct SipHostPort(ReadOnlySpan<byte> host, int? port)
{
    public ReadOnlySpan<byte> Host { get; } = host;

    public int? Port { get; } = port;

    /// <param name="text">The text.</param>
    /// <param name="spaceAroundColon">Whether COLON may be surrounded by white space, as in a Via sent-by.</param>
    /// <param name="result">What was read.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, bool spaceAroundColon, out SipHostPort result)
    {
        result = default;
        ReadOnlySpan<byte> host;
        ReadOnlySpan<byte> rest;
        if (!text.IsEmpty && text[0] == '[')
        {
            var close = text.IndexOf((byte)']');
            if (close < 0)
            {
                return false;
            }

            host = text[1..close];
            rest = text[(close + 1)..];

            // The ABNF of RFC 3261 allowed ":::" before an embedded IPv4 address; RFC 5118 §4.10 asks to tolerate it.
            var surplus = host.IndexOf(":::"u8);
            if (surplus >= 0)
            {
                host = (byte[])[.. host[..surplus], .. host[(surplus + 1)..]];
            }

            if (host.Contains((byte)'%') || !host.Contains((byte)':') || !IPAddress.IsValidUtf8(host))
            {
                return false;
            }
        }
        else
        {
            var colon = text.IndexOf((byte)':');
            host = colon < 0 ? text : text[..colon];
            rest = colon < 0 ? default : text[colon..];
            host = spaceAroundColon ? SipCharacters.Trim(host) : host;
            if (!SipCharacters.IsHostName(host))
            {
                return false;
            }
        }

        rest = spaceAroundColon ? SipCharacters.Trim(rest) : rest;
        if (rest.IsEmpty)
        {
            result = new SipHostPort(host, null);
            return true;
        }

        var digits = spaceAroundColon ? SipCharacters.TrimStart(rest[1..]) : rest[1..];
        if (rest[0] != ':' || !SipCharacters.TryParseNumber(digits, 65535, out var number) || number == 0)
        {
            return false;
        }

        result = new SipHostPort(host, (int)number);
        return true;
    }
}
