using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>
/// Reads one message (RFC 3261 §7, §25). The mirror image is <see cref="SipMessageWriter"/>. Header values stay bytes; those that routing,
/// matching and dialogs rely on are checked here by <see cref="SipMessageRules"/> without allocating.
/// </summary>
public static class SipMessageParser
{
    /// <summary>Reads a datagram. Bytes after Content-Length are ignored (§18.3).</summary>
    /// <param name="datagram">The whole packet.</param>
    /// <param name="message">
    /// The message. It may also be given when the result is false: then enough was understood to answer it (see
    /// <see cref="Verdicts.SipRequestVerdict"/>), and it must be used for nothing else.
    /// </param>
    /// <param name="error">What is wrong, when the result is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out SipMessage? message, out SipParseError error) =>
        TryParse(datagram, isStream: false, out message, out error);

    /// <summary>Reads a message cut out of a stream by <see cref="Framing.SipStreamFramer"/>: Content-Length must be there (§20.14).</summary>
    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out SipMessage?, out SipParseError)" />
    public static bool TryParseFramed(ReadOnlySpan<byte> datagram, out SipMessage? message, out SipParseError error) =>
        TryParse(datagram, isStream: true, out message, out error);

    private static bool TryParse(ReadOnlySpan<byte> input, bool isStream, out SipMessage? message, out SipParseError error)
    {
        message = null;

        // §7.5: CRLF before the start line is ignored.
        while (input.StartsWith("\r\n"u8))
        {
            input = input[2..];
        }

        if (input.IsEmpty)
        {
            return Fail(SipParseErrorKind.Empty, string.Empty, out error);
        }

        if (!TryFindSections(input, out var startLine, out var headerLines, out var body, out error))
        {
            return false;
        }

        var received = headerLines.ToArray();
        var headers = new SipHeaders(received, Math.Min(headerLines.Count((byte)'\n') + 2, SipMessageLimits.HeaderCount));
        var headersAreValid = TryReadHeaders(received, headers, out var headerError);
        if (!TryReadStartLine(startLine, headers, out message, out error))
        {
            return false;
        }

        if (!headersAreValid)
        {
            error = headerError;
            return false;
        }

        var bodyError = SipMessageRules.CheckBodyLength(headers, body.Length, isStream, out var bodyLength);
        if (bodyError.Kind == SipParseErrorKind.None && bodyLength > 0)
        {
            message!.Body = body[..bodyLength].ToArray();
        }

        // The version is told first: another version may have other rules for everything else.
        error = error.Kind != SipParseErrorKind.None ? error
            : bodyError.Kind != SipParseErrorKind.None ? bodyError
            : SipMessageRules.Check(message!);
        return error.Kind == SipParseErrorKind.None;
    }

    private static bool TryFindSections(
        ReadOnlySpan<byte> input, out ReadOnlySpan<byte> startLine, out ReadOnlySpan<byte> headerLines, out ReadOnlySpan<byte> body, out SipParseError error)
    {
        startLine = default;
        headerLines = default;
        body = default;
        error = SipParseError.None;
        var endOfStart = input.IndexOf("\r\n"u8);
        if (endOfStart < 0)
        {
            return Fail(SipParseErrorKind.StartLine, "no line end", out error);
        }

        if (endOfStart > SipMessageLimits.StartLineBytes)
        {
            return Fail(SipParseErrorKind.TooLarge, "start line", out error);
        }

        startLine = input[..endOfStart];
        var rest = input[(endOfStart + 2)..];
        if (rest.StartsWith("\r\n"u8))
        {
            body = rest[2..];
            return true;
        }

        var end = rest.IndexOf("\r\n\r\n"u8);
        if ((end < 0 ? rest.Length : end) + endOfStart > SipMessageLimits.HeaderBytes)
        {
            return Fail(SipParseErrorKind.TooLarge, "headers", out error);
        }

        // A datagram without the empty line still has headers when its last line is ended (RFC 4475 archive, baddn).
        headerLines = end < 0 ? rest : rest[..(end + 2)];
        body = end < 0 ? default : rest[(end + 4)..];
        return headerLines.EndsWith("\r\n"u8) || Fail(SipParseErrorKind.HeaderSyntax, "no line end", out error);
    }

    private static bool TryReadHeaders(byte[] received, SipHeaders headers, out SipParseError error)
    {
        error = SipParseError.None;
        var reader = new SipFieldReader(received);
        while (reader.Read())
        {
            if (!SipCharacters.IsToken(reader.Name))
            {
                return Fail(SipParseErrorKind.HeaderSyntax, "name", out error);
            }

            if (headers.Count == SipMessageLimits.HeaderCount)
            {
                return Fail(SipParseErrorKind.TooLarge, "header count", out error);
            }

            var name = SipHeaderNames.Normalise(reader.Name);
            if (reader.IsFolded)
            {
                headers.AddUnfolded(name, Unfold(reader.Value));
            }
            else if (reader.Value.ContainsAny((byte)'\r', (byte)'\n'))
            {
                return Fail(SipParseErrorKind.HeaderSyntax, "bare line break", out error);
            }
            else
            {
                headers.AddReceived(name, reader.ValueStart, reader.Value.Length);
            }
        }

        return true;
    }

    // LWS = [*WSP CRLF] 1*WSP means one space; a bare CR or LF must not survive into a value that we may write again.
    private static string Unfold(ReadOnlySpan<byte> value)
    {
        var builder = new StringBuilder(value.Length);
        foreach (var line in Encoding.UTF8.GetString(value).Split("\r\n"))
        {
            var text = line.AsSpan().Trim(" \t");
            if (builder.Length > 0 && text.Length > 0)
            {
                builder.Append(' ');
            }

            builder.Append(text);
        }

        return builder.Replace('\r', ' ').Replace('\n', ' ').ToString().Trim(' ', '\t');
    }

    private static bool TryReadStartLine(ReadOnlySpan<byte> line, SipHeaders headers, out SipMessage? message, out SipParseError error)
    {
        return line.Length >= 4 && Ascii.EqualsIgnoreCase(line[..4], "SIP/")
            ? TryReadStatusLine(line, headers, out message, out error)
            : TryReadRequestLine(line, headers, out message, out error);
    }

    // Status-Line = SIP-Version SP Status-Code SP Reason-Phrase
    private static bool TryReadStatusLine(ReadOnlySpan<byte> line, SipHeaders headers, out SipMessage? message, out SipParseError error)
    {
        message = null;
        error = SipParseError.None;
        var space = line.IndexOf((byte)' ');
        if (space < 0 || !Ascii.EqualsIgnoreCase(line[..space], "SIP/2.0"))
        {
            return Fail(SipParseErrorKind.Version, "status line", out error);
        }

        var rest = line[(space + 1)..];
        var end = rest.IndexOf((byte)' ');
        var code = end < 0 ? rest : rest[..end];
        if (code.Length != 3 || !SipCharacters.TryParseNumber(code, 699, out var number) || number < 100)
        {
            return Fail(SipParseErrorKind.StatusCode, "status line", out error);
        }

        var phrase = end < 0 ? string.Empty : ReasonPhrase((int)number, rest[(end + 1)..]);
        if (phrase.AsSpan().ContainsAny('\r', '\n'))
        {
            return Fail(SipParseErrorKind.StartLine, "reason phrase", out error);
        }

        message = new SipResponse((int)number, phrase, headers, default);
        return true;
    }

    private static string ReasonPhrase(int statusCode, ReadOnlySpan<byte> text)
    {
        var usual = SipReasonPhrases.For(statusCode);
        return Ascii.Equals(text, usual) ? usual : Encoding.UTF8.GetString(text);
    }

    // Request-Line = Method SP Request-URI SP SIP-Version; further spaces between or after are tolerated (RFC 4475 §3.1.2.9, §3.1.2.10).
    private static bool TryReadRequestLine(ReadOnlySpan<byte> line, SipHeaders headers, out SipMessage? message, out SipParseError error)
    {
        message = null;
        error = SipParseError.None;
        line = line.TrimEnd((byte)' ');
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first < 0 || last == first || !SipMethod.TryParse(line[..first], out var method))
        {
            return Fail(SipParseErrorKind.StartLine, "request line", out error);
        }

        var version = line[(last + 1)..];
        if (version.Length < 5 || !Ascii.EqualsIgnoreCase(version[..4], "SIP/"))
        {
            return Fail(SipParseErrorKind.StartLine, "request line", out error);
        }

        var target = line[first..last].Trim((byte)' ');
        if (!SipUri.TryParse(target, out var uri))
        {
            // Answered with 400, which needs no Request-URI.
            message = new SipRequest(method, Unreadable, headers, default);
            error = new SipParseError(SipParseErrorKind.RequestUri, "request line");
            return true;
        }

        message = new SipRequest(method, uri!, headers, default);
        if (!Ascii.EqualsIgnoreCase(version, "SIP/2.0"))
        {
            error = new SipParseError(SipParseErrorKind.Version, "request line");
        }

        return true;
    }

    private static SipUri Unreadable { get; } = new("sip", null, "invalid.invalid");

    private static bool Fail(SipParseErrorKind kind, string where, out SipParseError error)
    {
        error = new SipParseError(kind, where);
        return false;
    }
}
