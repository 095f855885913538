using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Channels.Email;

/// <summary>An enhanced mail system status code, <c>class.subject.detail</c> (RFC 3463 §2).</summary>
internal readonly partial record struct EnhancedStatus(byte Class, short Subject, short Detail)
{
    private const int LongestText = 4096;

    /// <summary>Finds the first code in what a mail server wrote; numbers of addresses and versions are not taken for one.</summary>
    public static bool TryFind(string? text, out EnhancedStatus status)
    {
        status = default;
        if (text is null)
        {
            return false;
        }

        Match match = Code().Match(text.Length > LongestText ? text[..LongestText] : text);
        if (match.Success)
        {
            status = new EnhancedStatus((byte)(match.ValueSpan[0] - '0'), Number(match.Groups["subject"]), Number(match.Groups["detail"]));
        }

        return match.Success;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static short Number(Group digits) => short.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.])[245]\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?!\w|\.[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
