using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Retry-After (RFC 3261 §20.33). The number is a wish of the far end: callers cap it.</summary>
/// <param name="Delay">How long to wait; a number beyond 2^32-1 seconds reads as 2^32-1.</param>
/// <param name="Comment">The text in parentheses, or null.</param>
/// <param name="Duration">How long the far end will be reachable from then on, or null.</param>
public sealed record RetryAfterHeader(TimeSpan Delay, string? Comment, TimeSpan? Duration)
{
    /// <summary>Reads <c>delta-seconds [ comment ] *( SEMI retry-param )</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out RetryAfterHeader? header)
    {
        header = null;
        text = SipCharacters.Trim(text);
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 0)
        {
            return false;
        }

        if (!SipCharacters.TryParseNumber(text[..digits], uint.MaxValue, out var seconds))
        {
            seconds = uint.MaxValue;
        }

        var rest = SipCharacters.TrimStart(text[digits..]);
        string? comment = null;
        if (!rest.IsEmpty && rest[0] == '(')
        {
            var end = EndOfComment(rest);
            if (end < 0)
            {
                return false;
            }

            comment = Encoding.UTF8.GetString(rest[1..(end - 1)]);
            rest = SipCharacters.TrimStart(rest[end..]);
        }

        if (!SipParameters.TryParse(rest, inUri: false, out var parameters))
        {
            return false;
        }

        var duration = SipNumbers.Parse(parameters.Find("duration"));
        header = new RetryAfterHeader(TimeSpan.FromSeconds(seconds), comment, duration is { } value ? TimeSpan.FromSeconds(value) : null);
        return true;
    }

    /// <summary>The wire form.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(long)Delay.TotalSeconds}");
        if (Comment is not null)
        {
            builder.Append(" (").Append(Comment).Append(')');
        }

        return Duration is { } duration
            ? builder.Append(CultureInfo.InvariantCulture, $";duration={(long)duration.TotalSeconds}").ToString()
            : builder.ToString();
    }

    // Comments nest and may escape characters (§25.1).
    private static int EndOfComment(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return i + 1;
                default:
                    break;
            }
        }

        return -1;
    }
}
