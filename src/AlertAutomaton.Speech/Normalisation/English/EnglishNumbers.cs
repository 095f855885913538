using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>English digits and number words, and digits written in groups of three.</summary>
internal static partial class EnglishNumbers
{
    private static readonly string[] _digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>A row of digits, one word each.</summary>
    public static string Digits(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Select(digit => _digits[digit - '0']));

    /// <summary>"1,200" is one number.</summary>
    public static string JoinGroups(string text)
        => Groups().Replace(text, match => match.Value.Replace(",", "", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\p{L}\d,.])[1-9]\d{0,2}(?:,\d{3}){1,3}(?![\d,]*\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Groups();
}
