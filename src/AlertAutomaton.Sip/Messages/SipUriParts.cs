using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>The pieces of a URI as spans: validation without allocation, and the first half of <see cref="SipUri"/> parsing.</summary>
internal ref struct SipUriParts
{
    public ReadOnlySpan<byte> Scheme;
    public ReadOnlySpan<byte> User;
    public ReadOnlySpan<byte> Password;
    public bool HasPassword;
    public SipHostPort HostPort;
    public ReadOnlySpan<byte> Parameters;
    public ReadOnlySpan<byte> Headers;
    public ReadOnlySpan<byte> Opaque;
    public bool IsSip;
    public bool IsTel;

    public static bool TryRead(ReadOnlySpan<byte> text, out SipUriParts parts)
    {
        parts = default;
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !IsScheme(text[..colon]))
        {
            return false;
        }

        parts.Scheme = text[..colon];
        var rest = text[(colon + 1)..];
        parts.IsSip = Ascii.EqualsIgnoreCase(parts.Scheme, "sip") || Ascii.EqualsIgnoreCase(parts.Scheme, "sips");
        parts.IsTel = Ascii.EqualsIgnoreCase(parts.Scheme, "tel");
        return parts.IsSip ? ReadSip(rest, ref parts)
            : parts.IsTel ? ReadTel(rest, ref parts)
            : ReadOpaque(rest, ref parts);
    }

    // SIP-URI = "sip:" [ userinfo ] hostport uri-parameters [ headers ] (§19.1.1). The user part may hold ; and ?, so @ comes first.
    private static bool ReadSip(ReadOnlySpan<byte> rest, ref SipUriParts parts)
    {
        var at = rest.IndexOf((byte)'@');
        if (at >= 0)
        {
            var userInfo = rest[..at];
            rest = rest[(at + 1)..];
            var colon = userInfo.IndexOf((byte)':');
            parts.HasPassword = colon >= 0;
            parts.User = colon < 0 ? userInfo : userInfo[..colon];
            parts.Password = colon < 0 ? default : userInfo[(colon + 1)..];
            if (!SipCharacters.IsUserText(parts.User) || !SipCharacters.IsPasswordText(parts.Password))
            {
                return false;
            }
        }

        var question = rest.IndexOf((byte)'?');
        if (question >= 0)
        {
            parts.Headers = rest[(question + 1)..];
            rest = rest[..question];
            if (parts.Headers.IsEmpty || !SipCharacters.IsUriHeaderText(parts.Headers))
            {
                return false;
            }
        }

        var semicolon = rest.IndexOf((byte)';');
        if (semicolon >= 0)
        {
            parts.Parameters = rest[semicolon..];
            rest = rest[..semicolon];
        }

        return SipHostPort.TryRead(rest, spaceAroundColon: false, out parts.HostPort) && ParametersAreValid(parts.Parameters);
    }

    // RFC 3966: the number, then ;parameters.
    private static bool ReadTel(ReadOnlySpan<byte> rest, ref SipUriParts parts)
    {
        var semicolon = rest.IndexOf((byte)';');
        parts.User = semicolon < 0 ? rest : rest[..semicolon];
        parts.Parameters = semicolon < 0 ? default : rest[semicolon..];
        return SipCharacters.IsUserText(parts.User) && ParametersAreValid(parts.Parameters);
    }

    private static bool ReadOpaque(ReadOnlySpan<byte> rest, ref SipUriParts parts)
    {
        parts.Opaque = rest;
        return !rest.IsEmpty && !rest.ContainsAnyInRange((byte)0, (byte)' ') && !rest.ContainsAny("<>\""u8);
    }

    private static bool ParametersAreValid(ReadOnlySpan<byte> text)
    {
        var reader = new SipParameterReader(text, inUri: true);
        while (reader.Read())
        {
        }

        return !reader.Failed;
    }

    private static bool IsScheme(ReadOnlySpan<byte> text)
    {
        if (!char.IsAsciiLetter((char)text[0]))
        {
            return false;
        }

        foreach (var value in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)value) && value is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }
}
