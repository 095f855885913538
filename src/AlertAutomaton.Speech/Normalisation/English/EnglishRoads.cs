using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>Road numbers are a letter and a number: M25, A20, B1234, and RD 920 in an English text about France.</summary>
internal static partial class EnglishRoads
{
    public static string Apply(string text)
    {
        text = French().Replace(text, "${a} ${b}");
        return Road().Replace(text, "${a} ${b}");
    }

    [GeneratedRegex(@"(?<![\p{L}\d])R(?<a>[DN]) ?(?<b>\d{1,4})(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex French();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<a>[ABMDN])(?<b>\d{1,4})(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Road();
}
