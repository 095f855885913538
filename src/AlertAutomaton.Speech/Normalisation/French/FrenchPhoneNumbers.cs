using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>French numbers are said by pairs, free-phone numbers by threes, short numbers by pairs.</summary>
internal static partial class FrenchPhoneNumbers
{
    public static string Apply(string text)
    {
        text = Ordinary().Replace(text, match => ByPairs("0" + match.Groups["rest"].Value));
        text = FreePhone().Replace(text, "zéro ${a}, ${b}, ${c}");
        text = European().Replace(text, "${a}, ${b}");
        return Short().Replace(text, match => ByPairs(match.Value));
    }

    private static string ByPairs(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return string.Join(", ", digits.Chunk(2).Select(pair => FrenchNumbers.Pair(pair)));
    }

    [GeneratedRegex(@"(?<![\d,.+])(?:0|\+33[ .]?(?:\(0\) ?)?|0033[ .]?)(?<rest>[1-9](?:[ .-]?\d\d){4})(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Ordinary();

    [GeneratedRegex(@"(?<![\d,.+])0 (?<a>8\d\d) (?<b>\d{3}) (?<c>\d{3})(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex FreePhone();

    // 116 117 and its kin: European numbers of social value.
    [GeneratedRegex(@"(?<![\d,.])(?<a>116) (?<b>\d{3})(?! ?\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex European();

    [GeneratedRegex(@"(?<=(?<!\p{L})(?:[Aa]u|[Ll]e|[Nn]uméro|[Aa]ppel(?:ez|er)|[Cc]ompose[rz]) )3\d\d\d(?! ?[\d°%€])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Short();
}
