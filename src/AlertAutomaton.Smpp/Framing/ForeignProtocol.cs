namespace AlertAutomaton.Smpp.Framing;

/// <summary>Recognises what else listens on ports, so that a wrong port is told as one.</summary>
internal static class ForeignProtocol
{
    /// <summary>Names the protocol that begins with these octets, or null. None of them is a sane command_length.</summary>
    /// <param name="first">The first four octets.</param>
    public static string? NameOf(ReadOnlySpan<byte> first)
    {
        if (first is [0x15 or 0x16, 0x03, ..])
        {
            return "TLS";
        }

        if (first.StartsWith("HTTP"u8) || first.StartsWith("GET "u8) || first.StartsWith("POST"u8) || first.StartsWith("<htm"u8) || first.StartsWith("<!DO"u8))
        {
            return "HTTP";
        }

        if (first.StartsWith("SSH-"u8))
        {
            return "SSH";
        }

        if (first.StartsWith("SIP/"u8))
        {
            return "SIP";
        }

        if (first.StartsWith("220"u8) || first.StartsWith("421"u8) || first.StartsWith("554"u8))
        {
            return "SMTP or FTP";
        }

        return first.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? null : "text";
    }
}
