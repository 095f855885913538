using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tracing;

/// <summary>
/// Takes secrets out of traced packets: credentials (digest responses can be cracked offline), the keys that INFO carries (an operator's PIN
/// among them, threat T3) and, if wanted, the middle digits of phone numbers. Works on any bytes, well-formed or not. Pure.
/// </summary>
internal static class SipTraceRedactor
{
    private const int KeptDigitsBefore = 4;
    private const int KeptDigitsAfter = 2;
    private const int ShortestNumber = 8;

    private static readonly string[] Secret =
        [SipHeaderNames.Authorization, SipHeaderNames.ProxyAuthorization, SipHeaderNames.AuthenticationInfo, "Proxy-Authentication-Info"];

    // Digits in these are counts, lengths and identifiers, never a subscriber.
    private static readonly string[] NotNumbers =
    [
        SipHeaderNames.Via, SipHeaderNames.CSeq, SipHeaderNames.CallId, SipHeaderNames.ContentLength, SipHeaderNames.RAck,
        SipHeaderNames.RSeq, SipHeaderNames.WwwAuthenticate, SipHeaderNames.ProxyAuthenticate, SipHeaderNames.Timestamp,
    ];

    public static string Redact(ReadOnlySpan<byte> packet, bool masksNumbers)
    {
        var end = packet.IndexOf("\r\n\r\n"u8);
        var head = Encoding.UTF8.GetString(end < 0 ? packet : packet[..(end + 2)]);
        var body = end < 0 ? string.Empty : Encoding.UTF8.GetString(packet[(end + 2)..]);
        var builder = new StringBuilder(packet.Length);
        var hidden = false;
        var isStartLine = true;
        foreach (var line in Lines(head))
        {
            var isFolded = line.Length > 0 && line[0] is ' ' or '\t';
            if (isFolded && hidden)
            {
                continue;
            }

            var name = NameOf(line);
            hidden = !isFolded && Contains(Secret, name);
            if (hidden)
            {
                builder.Append(name).Append(": ***\r\n");
            }
            else
            {
                AppendLine(builder, line, masksNumbers && (isStartLine || !Contains(NotNumbers, name)));
            }

            isStartLine = false;
        }

        return builder.Append(body.Length > 2 && head.StartsWith("INFO ", StringComparison.Ordinal) ? "\r\n***" : body).ToString();
    }

    /// <summary>Masks the middle of every digit run long enough to be a phone number: +33612345678 becomes +3361*****78.</summary>
    public static void AppendMasked(StringBuilder builder, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var digits = 0;
            while (i + digits < text.Length && char.IsAsciiDigit(text[i + digits]))
            {
                digits++;
            }

            var insideWord = i > 0 && (char.IsAsciiLetter(text[i - 1]) || text[i - 1] is '-' or '_');
            if (digits >= ShortestNumber && !insideWord)
            {
                builder.Append(text.Slice(i, KeptDigitsBefore))
                    .Append('*', digits - KeptDigitsBefore - KeptDigitsAfter)
                    .Append(text.Slice(i + digits - KeptDigitsAfter, KeptDigitsAfter));
            }
            else
            {
                builder.Append(text.Slice(i, Math.Max(digits, 1)));
            }

            i += Math.Max(digits, 1);
        }
    }

    private static void AppendLine(StringBuilder builder, string line, bool masked)
    {
        if (masked)
        {
            AppendMasked(builder, line);
        }
        else
        {
            builder.Append(line);
        }

        builder.Append("\r\n");
    }

    private static string[] Lines(string head)
    {
        var lines = head.Split("\r\n");
        return lines is [.., ""] ? lines[..^1] : lines;
    }

    private static string NameOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? string.Empty : SipHeaderNames.Normalise(line[..colon].TrimEnd());
    }

    private static bool Contains(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
