using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>Phone numbers digit by digit, with a pause where they are written apart; emergency numbers the same way.</summary>
internal static partial class EnglishPhoneNumbers
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    public static string Apply(string text)
    {
        text = Long().Replace(text, Speak);
        text = Emergency().Replace(text, match => EnglishNumbers.Digits(match.Value));
        return European().Replace(text, match => $"{EnglishNumbers.Digits("116")}, {EnglishNumbers.Digits(match.Groups["a"].Value)}");
    }

    private static string Speak(Match match)
    {
        var digits = match.Value.Count(char.IsAsciiDigit);
        if (digits is < FewestDigits or > MostDigits)
            return match.Value;
        var plus = match.Value[0] == '+' ? "plus " : "";
        var groups = Separators().Split(match.Value).Where(group => group.Length > 0);
        return plus + string.Join(", ", groups.Select(EnglishNumbers.Digits));
    }

    // A phone number begins with +, 0 or a bracket, or is written 555-123-4567.
    [GeneratedRegex(
        @"(?<![\p{L}\d,.+/-])(?:\+\d{1,15}(?:[ .-]?\(?\d{1,5}\)?){0,5}|\(\d{2,5}\) ?\d{2,5}(?:[ .-]\d{2,5}){0,4}|0\d{1,11}(?:[ .-]\d{2,6}){0,5}|\d{3}[.-]\d{3}[.-]\d{4})(?![\p{L}\d]|[,.:/-]\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<=(?<!\p{L})(?:call(?:ing)?|dial|ring|phone|text|on|or|and|number) )(?:112|911|999|111|101|105|119|988)(?![\d.,:/-]?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"(?<![\d,.])116 (?<a>\d{3})(?! ?\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex European();

    [GeneratedRegex(@"[ .()+-]+", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Separators();
}
