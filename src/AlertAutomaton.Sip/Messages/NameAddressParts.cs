namespace AlertAutomaton.Sip.Messages;

/// <summary>The pieces of <c>"Display" &lt;uri&gt;;params</c> as spans, for From, To, Contact, Route and their kin (RFC 3261 §20.10).</summary>
internal ref struct NameAddressParts
{
    public ReadOnlySpan<byte> DisplayName;
    public ReadOnlySpan<byte> Uri;
    public ReadOnlySpan<byte> Parameters;

    /// <summary>Reads and fully checks one address, URI and parameters included.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out NameAddressParts parts)
    {
        parts = default;
        text = SipCharacters.Trim(text);
        if (text.IsEmpty)
        {
            return false;
        }

        var afterDisplay = 0;
        if (text[0] == '"')
        {
            afterDisplay = SipCharacters.EndOfQuotedString(text);
            if (afterDisplay < 0)
            {
                return false;
            }
        }

        var open = text[afterDisplay..].IndexOf((byte)'<');
        var split = open < 0 && afterDisplay == 0 ? SplitBare(text, ref parts) : SplitBracketed(text, afterDisplay, open, ref parts);
        return split && SipUriParts.TryRead(parts.Uri, out _) && ParametersAreValid(parts.Parameters);
    }

    // Without brackets every parameter belongs to the header, and a URI with ? or , must not stand here (§20).
    private static bool SplitBare(ReadOnlySpan<byte> text, ref NameAddressParts parts)
    {
        var semicolon = text.IndexOf((byte)';');
        parts.Uri = SipCharacters.Trim(semicolon < 0 ? text : text[..semicolon]);
        parts.Parameters = semicolon < 0 ? default : text[semicolon..];
        return !parts.Uri.ContainsAny("?,\" \t"u8);
    }

    private static bool SplitBracketed(ReadOnlySpan<byte> text, int afterDisplay, int open, ref NameAddressParts parts)
    {
        if (open < 0)
        {
            return false;
        }

        open += afterDisplay;
        var close = text[open..].IndexOf((byte)'>');
        if (close < 0)
        {
            return false;
        }

        if (afterDisplay > 0)
        {
            parts.DisplayName = text[..afterDisplay];
            if (!SipCharacters.Trim(text[afterDisplay..open]).IsEmpty)
            {
                return false;
            }
        }
        else
        {
            // Looser than *(token LWS): unquoted UTF-8 names are common, separators stay forbidden (RFC 4475 §3.1.2.15).
            parts.DisplayName = SipCharacters.Trim(text[..open]);
            if (parts.DisplayName.ContainsAny("\",;>"u8))
            {
                return false;
            }
        }

        // White space inside the brackets is wrong but harmless (RFC 4475 §3.1.2.14).
        parts.Uri = SipCharacters.Trim(text.Slice(open + 1, close - 1));
        parts.Parameters = text[(open + close + 1)..];
        return true;
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
