namespace AlertAutomaton.Sip.Messages;

/// <summary>
/// The checks every message must pass before matching, routing or dialogs look at it (RFC 3261 §8.1.1, §16.3, RFC 4475 §3.1.2). Values are
/// walked as bytes; nothing is allocated for a good message.
/// </summary>
internal static class SipMessageRules
{
    private static readonly string[] Single =
    [
        SipHeaderNames.From, SipHeaderNames.To, SipHeaderNames.CallId, SipHeaderNames.CSeq, SipHeaderNames.MaxForwards,
        SipHeaderNames.ContentLength, SipHeaderNames.ContentType, SipHeaderNames.Expires,
    ];

    /// <summary>Content-Length against what is there: absent, it is the rest of a datagram, but an error on a stream.</summary>
    public static SipParseError CheckBodyLength(SipHeaders headers, int available, bool isStream, out int length)
    {
        length = available;
        var index = headers.IndexOf(SipHeaderNames.ContentLength);
        if (index < 0)
        {
            return isStream ? new SipParseError(SipParseErrorKind.ContentLength, "absent")
                : available > SipMessageLimits.BodyBytes ? new SipParseError(SipParseErrorKind.TooLarge, "body")
                : SipParseError.None;
        }

        // Two lengths are refused even when they agree: nothing honest sends them (RFC 4475 §3.3.9).
        if (headers.IndexOf(SipHeaderNames.ContentLength, index + 1) >= 0
            || !SipCharacters.TryParseNumber(headers.ValueAt(index), int.MaxValue, out var number))
        {
            length = 0;
            return new SipParseError(SipParseErrorKind.ContentLength, SipHeaderNames.ContentLength);
        }

        if (number > SipMessageLimits.BodyBytes)
        {
            length = 0;
            return number > (ulong)available ? new SipParseError(SipParseErrorKind.ShortBody, "body") : new SipParseError(SipParseErrorKind.TooLarge, "body");
        }

        length = Math.Min((int)number, available);
        return (int)number > available ? new SipParseError(SipParseErrorKind.ShortBody, "body") : SipParseError.None;
    }

    public static SipParseError Check(SipMessage message)
    {
        var seen = 0;
        var headers = message.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers.NameAt(i);
            var single = Array.IndexOf(Single, name);
            if (single >= 0)
            {
                if ((seen & (1 << single)) != 0)
                {
                    return new SipParseError(SipParseErrorKind.DuplicateHeader, name);
                }

                seen |= 1 << single;
            }

            if (!ValueIsValid(message, name, headers.ValueAt(i)))
            {
                return new SipParseError(SipParseErrorKind.BadHeader, name);
            }
        }

        return CheckPresence(message, seen);
    }

    private static SipParseError CheckPresence(SipMessage message, int seen)
    {
        for (var mandatory = 0; mandatory < 4; mandatory++)
        {
            if ((seen & (1 << mandatory)) == 0)
            {
                return new SipParseError(SipParseErrorKind.MissingHeader, Single[mandatory]);
            }
        }

        if (!message.Headers.Contains(SipHeaderNames.Via))
        {
            return new SipParseError(SipParseErrorKind.MissingHeader, SipHeaderNames.Via);
        }

        return message is SipRequest request && message.CSeq?.Method != request.Method
            ? new SipParseError(SipParseErrorKind.CSeqMismatch, SipHeaderNames.CSeq)
            : SipParseError.None;
    }

    private static bool ValueIsValid(SipMessage message, string name, ReadOnlySpan<byte> value) => name switch
    {
        SipHeaderNames.Via => IsViaList(value),
        SipHeaderNames.From or SipHeaderNames.To => NameAddressParts.TryRead(value, out _),
        SipHeaderNames.Route or SipHeaderNames.RecordRoute => IsAddressList(value),
        SipHeaderNames.CallId => SipCharacters.IsCallId(value),
        SipHeaderNames.CSeq => CSeqHeader.TryParse(value, out _),

        // In a response these are hints that we can live without, and they do not cost us the call; a request is answered 400.
        SipHeaderNames.Contact => message is SipResponse || value is [(byte)'*'] || IsAddressList(value),
        SipHeaderNames.MaxForwards => message is SipResponse || SipCharacters.TryParseNumber(value, 255, out _),
        SipHeaderNames.Expires or SipHeaderNames.MinExpires or SipHeaderNames.RSeq =>
            message is SipResponse || SipCharacters.TryParseNumber(value, uint.MaxValue, out _),
        _ => true,
    };

    private static bool IsViaList(ReadOnlySpan<byte> value)
    {
        var reader = new SipListReader(value);
        while (reader.Read())
        {
            if (!ViaParts.TryRead(reader.Item, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAddressList(ReadOnlySpan<byte> value)
    {
        var reader = new SipListReader(value);
        while (reader.Read())
        {
            if (!NameAddressParts.TryRead(reader.Item, out _))
            {
                return false;
            }
        }

        return true;
    }
}
