using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>Finds the session description in a message: the body itself, or one part of a multipart body (RFC 5621, as gateways with ISUP send it).</summary>
internal static class SessionBody
{
    /// <summary>The content type of a session description.</summary>
    public const string Sdp = "application/sdp";

    private const int MostParts = 16;

    /// <summary>The session description, or empty when there is none.</summary>
    public static ReadOnlyMemory<byte> Of(SipMessage message)
    {
        if (message.Body.IsEmpty || message.MediaType is not { } type)
        {
            return default;
        }

        if (string.Equals(type.Name, Sdp, StringComparison.OrdinalIgnoreCase))
        {
            return message.Body;
        }

        return type.Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && type.Parameters.Find("boundary") is { Length: > 0 and <= 70 } boundary
            ? FindPart(message.Body, System.Text.Encoding.UTF8.GetBytes("--" + boundary))
            : default;
    }

    private static ReadOnlyMemory<byte> FindPart(ReadOnlyMemory<byte> body, byte[] delimiter)
    {
        int at = body.Span.IndexOf(delimiter);
        for (int part = 0; at >= 0 && part < MostParts; part++)
        {
            body = body[(at + delimiter.Length)..];
            at = body.Span.IndexOf(delimiter);
            if (at < 0)
            {
                break;
            }

            ReadOnlyMemory<byte> content = body[..at];
            int headerEnd = content.Span.IndexOf("\r\n\r\n"u8);
            if (headerEnd >= 0 && IsSdp(content.Span[..headerEnd]))
            {
                content = content[(headerEnd + 4)..];

                // The line end before a delimiter belongs to the delimiter (RFC 2046 §5.1.1); SDP wants one after its last line.
                return content.Span.EndsWith("\r\n\r\n"u8) ? content[..^2] : content;
            }
        }

        return default;
    }

    private static bool IsSdp(ReadOnlySpan<byte> headers)
    {
        string text = System.Text.Encoding.UTF8.GetString(headers);
        return text.Split("\r\n").Any(line =>
            line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)
            && line["Content-Type:".Length..].TrimStart().StartsWith(Sdp, StringComparison.OrdinalIgnoreCase));
    }
}
