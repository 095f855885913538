using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Quoting (RFC 3261 §25.1 quoted-string) and %HH escaping (§19.1.2) between wire text and plain text.</summary>
internal static class SipText
{
    private const string Hexadecimal = "0123456789ABCDEF";

    /// <summary>Wraps text into a quoted string, escaping quote and backslash.</summary>
    public static string Quote(string text)
    {
        if (!text.AsSpan().ContainsAny('"', '\\'))
        {
            return string.Concat("\"", text, "\"");
        }

        var builder = new StringBuilder(text.Length + 8).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                builder.Append('\\');
            }

            builder.Append(character);
        }

        return builder.Append('"').ToString();
    }

    /// <summary>The text inside a quoted string with its backslash escapes resolved; other text is returned unchanged.</summary>
    public static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        var inner = text.AsSpan(1, text.Length - 2);
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var builder = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                i++;
            }

            builder.Append(inner[i]);
        }

        return builder.ToString();
    }

    /// <summary>Resolves %HH once (RFC 4475 §3.1.1.3: "%2541" is "%41", not "A"); a %00 does not end the text.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var source = Encoding.UTF8.GetBytes(text);
        var target = new byte[source.Length];
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length
                && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                target[length++] = (byte)((Digit(source[i + 1]) << 4) | Digit(source[i + 2]));
                i += 2;
            }
            else
            {
                target[length++] = source[i];
            }
        }

        return Encoding.UTF8.GetString(target, 0, length);
    }

    /// <summary>Escapes every byte outside the given set as %HH.</summary>
    public static string Escape(string text, string allowed)
    {
        if (text.AsSpan().IndexOfAnyExcept(allowed) < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 12);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value < 0x80 && allowed.Contains((char)value, StringComparison.Ordinal))
            {
                builder.Append((char)value);
            }
            else
            {
                builder.Append('%').Append(Hexadecimal[value >> 4]).Append(Hexadecimal[value & 15]);
            }
        }

        return builder.ToString();
    }

    private static int Digit(byte hexadecimal) => hexadecimal <= '9' ? hexadecimal - '0' : (hexadecimal & 0x5F) - 'A' + 10;
}
