using System.Text;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>
/// Tells in which encoding a spreadsheet wrote its text: by byte order mark, by the zero bytes of UTF-16, by the strict form of UTF-8,
/// else Windows-1252, which French spreadsheets write by default.
/// </summary>
internal static class TextEncodingDetector
{
    public static Encoding Detect(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        // Western text in UTF-16 has a zero in nearly every second byte; no other text has any.
        var sample = content[..Math.Min(content.Length, 4096)];
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
            }
        }

        if (oddZeros > sample.Length / 4)
        {
            return Encoding.Unicode;
        }

        if (evenZeros > sample.Length / 4)
        {
            return Encoding.BigEndianUnicode;
        }

        return System.Text.Unicode.Utf8.IsValid(content) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    /// <summary>The text without its byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> content, Encoding encoding)
    {
        var preamble = encoding.Preamble;
        return encoding.GetString(preamble.Length > 0 && content.StartsWith(preamble) ? content[preamble.Length..] : content);
    }
}
