using System.Buffers;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Character classes of RFC 3261 §25.1 and the few lexical operations that every header needs.</summary>
internal static class SipCharacters
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Unreserved = Alphanumeric + "-_.!~*'()";

    private static readonly SearchValues<byte> TokenSet = Set(Alphanumeric + "-.!%*_+`'~");
    private static readonly SearchValues<byte> HostSet = Set(Alphanumeric + "-._");

    // '=' is outside the grammar of a parameter value, but proxies put base64 into their Record-Route.
    private static readonly SearchValues<byte> UriParameterSet = Set(Unreserved + "%[]/:&+$=");
    private static readonly SearchValues<byte> UriHeaderSet = Set(Unreserved + "%[]/?:+$&=");
    private static readonly SearchValues<byte> WordSet = Set(Alphanumeric + "-.!%*_+`'~()<>:\\\"/[]?{}");

    // '#' is outside the grammar of user but stands in service codes (*21#) that real switches send unescaped; the brackets and bars
    // are what switches put into the user of their Contact. Refusing them would cost a call and protect nobody.
    private static readonly SearchValues<byte> UserSet = Set(Unreserved + "%&=+$,;?/#[]{}|^`");
    private static readonly SearchValues<byte> PasswordSet = Set(Unreserved + "%&=+$,");

    public static bool IsToken(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenSet);

    public static bool IsHostName(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(HostSet);

    public static bool IsUriParameterText(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(UriParameterSet) && EscapesAreComplete(text);

    public static bool IsUriHeaderText(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(UriHeaderSet) && EscapesAreComplete(text);

    public static bool IsUserText(ReadOnlySpan<byte> text) => !text.IsEmpty && OnlySetOrNonAscii(text, UserSet) && EscapesAreComplete(text);

    public static bool IsPasswordText(ReadOnlySpan<byte> text) => OnlySetOrNonAscii(text, PasswordSet) && EscapesAreComplete(text);

    /// <summary>callid = word [ "@" word ].</summary>
    public static bool IsCallId(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        return at < 0 ? IsWord(text) : IsWord(text[..at]) && IsWord(text[(at + 1)..]);
    }

    public static bool IsLinearSpace(byte value) => value is (byte)' ' or (byte)'\t';

    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t"u8);

    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8);

    /// <summary>1*DIGIT up to <paramref name="maximum"/>; never wraps (RFC 4475 §3.1.2.4).</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, ulong maximum, out ulong number)
    {
        number = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        foreach (var value in text)
        {
            if (!IsDigit(value))
            {
                return false;
            }

            var digit = (ulong)(value - '0');
            if (number > (maximum - digit) / 10)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return true;
    }

    /// <summary>The index just past the closing quote of the quoted string that begins at 0, or -1.</summary>
    public static int EndOfQuotedString(ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static SearchValues<byte> Set(string characters) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(characters));

    private static bool IsWord(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(WordSet);

    private static bool OnlySetOrNonAscii(ReadOnlySpan<byte> text, SearchValues<byte> set)
    {
        while (true)
        {
            var other = text.IndexOfAnyExcept(set);
            if (other < 0)
            {
                return true;
            }

            if (text[other] < 0x80)
            {
                return false;
            }

            text = text[(other + 1)..];
        }
    }

    private static bool EscapesAreComplete(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var percent = text.IndexOf((byte)'%');
            if (percent < 0)
            {
                return true;
            }

            if (percent + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[percent + 1]) || !char.IsAsciiHexDigit((char)text[percent + 2]))
            {
                return false;
            }

            text = text[(percent + 3)..];
        }
    }
}
