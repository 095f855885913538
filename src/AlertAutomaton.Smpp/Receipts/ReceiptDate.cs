using System.Globalization;

namespace AlertAutomaton.Smpp.Receipts;

/// <summary>The dates of receipts: <c>YYMMDDhhmm</c> by Appendix B, with seconds, a century or a zone by some gateways.</summary>
internal static class ReceiptDate
{
    private static readonly string[] Plain = ["yyMMddHHmm", "yyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly string[] Zoned =
        ["yyMMddHHmmzzz", "yyMMddHHmmsszzz", "yyyyMMddHHmmsszzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz"];

    /// <summary>Reads a date; one without zone is taken as UTC; null when it is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed[^1] is 'Z' or 'z')
        {
            trimmed = trimmed[..^1];
        }

        // A twelve-digit date may be read with seconds or with a century: the one with seconds is far more usual and tried first.
        if (DateTimeOffset.TryParseExact(trimmed, Plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var plain))
        {
            return plain;
        }

        return DateTimeOffset.TryParseExact(trimmed, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) ? zoned : null;
    }
}
