using System.Text.RegularExpressions;

namespace AlertAutomaton.Daemon.Logging;

/// <summary>Hides the middle of phone numbers, in international form and in the national form of ten digits.</summary>
internal static partial class PhoneNumberMask
{
    private const int ShownAtStart = 3;
    private const int ShownAtEnd = 2;

    public static string Apply(string text) => Numbers().Replace(text, match =>
        string.Concat(match.ValueSpan[..ShownAtStart], new string('*', match.Length - ShownAtStart - ShownAtEnd), match.ValueSpan[^ShownAtEnd..]));

    // Not within identifiers, whose groups of digits are bordered by letters, dashes or other digits.
    [GeneratedRegex(@"(?<![\w-])(\+[1-9]\d{6,14}|0[1-9]([ .]?\d{2}){4})(?![\w-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
