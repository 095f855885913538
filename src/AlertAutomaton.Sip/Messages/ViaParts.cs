namespace AlertAutomaton.Sip.Messages;

/// <summary>The pieces of one Via value as spans (RFC 3261 §20.42); white space is allowed around every slash and colon.</summary>
internal ref struct ViaParts
{
    public ReadOnlySpan<byte> ProtocolName;
    public ReadOnlySpan<byte> ProtocolVersion;
    public ReadOnlySpan<byte> Transport;
    public SipHostPort SentBy;
    public ReadOnlySpan<byte> Parameters;

    public static bool TryRead(ReadOnlySpan<byte> text, out ViaParts parts)
    {
        parts = default;
        if (!ReadUntilSlash(ref text, out parts.ProtocolName) || !ReadUntilSlash(ref text, out parts.ProtocolVersion))
        {
            return false;
        }

        text = SipCharacters.TrimStart(text);
        var space = text.IndexOfAny(" \t"u8);
        if (space < 0)
        {
            return false;
        }

        parts.Transport = text[..space];
        text = text[space..];
        var semicolon = text.IndexOf((byte)';');
        parts.Parameters = semicolon < 0 ? default : text[semicolon..];
        var sentBy = SipCharacters.Trim(semicolon < 0 ? text : text[..semicolon]);
        return SipCharacters.IsToken(parts.Transport)
            && SipHostPort.TryRead(sentBy, spaceAroundColon: true, out parts.SentBy)
            && ParametersAreValid(parts.Parameters);
    }

    private static bool ReadUntilSlash(scoped ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> token)
    {
        var slash = text.IndexOf((byte)'/');
        token = slash < 0 ? default : SipCharacters.Trim(text[..slash]);
        text = slash < 0 ? default : text[(slash + 1)..];
        return SipCharacters.IsToken(token);
    }

    private static bool ParametersAreValid(ReadOnlySpan<byte> text)
    {
        var reader = new SipParameterReader(text, inUri: false);
        while (reader.Read())
        {
        }

        return !reader.Failed;
    }
}
