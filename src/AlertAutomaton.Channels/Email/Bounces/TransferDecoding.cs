using System.Globalization;
using System.Text;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Undoes base64 and quoted-printable (RFC 2045 §6.7, §6.8). What is not well formed stays as it is.</summary>
internal static class TransferDecoding
{
    public static string Decode(string content, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(content),
        "quoted-printable" => QuotedPrintable(content),
        _ => content,
    };

    private static string Base64(string content)
    {
        var digits = new StringBuilder(content.Length);
        foreach (char mark in content)
        {
            if (char.IsAsciiLetterOrDigit(mark) || mark is '+' or '/')
            {
                digits.Append(mark);
            }
        }

        // A rest of one digit holds no byte; other rests lack their padding or it was dropped above.
        digits.Length -= digits.Length % 4 == 1 ? 1 : 0;
        digits.Append('=', (4 - (digits.Length % 4)) % 4);
        byte[] bytes = new byte[digits.Length];
        return Convert.TryFromBase64String(digits.ToString(), bytes, out int written)
            ? Encoding.Latin1.GetString(bytes, 0, written).ReplaceLineEndings("\n")
            : content;
    }

    private static string QuotedPrintable(string content)
    {
        var text = new StringBuilder(content.Length);
        string[] lines = content.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            ReadOnlySpan<char> line = lines[index].AsSpan().TrimEnd();
            bool soft = line.EndsWith("=");
            Append(text, soft ? line[..^1] : line);
            if (!soft && index < lines.Length - 1)
            {
                text.Append('\n');
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> line)
    {
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == '=' && at + 2 < line.Length
                && byte.TryParse(line.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                text.Append((char)value);
                at += 2;
            }
            else
            {
                text.Append(line[at]);
            }
        }
    }
}
