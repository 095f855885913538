using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>1er, 2e, 21ème, XXIe.</summary>
internal static partial class FrenchOrdinals
{
    public static string Apply(string text)
    {
        text = First().Replace(text, match => match.Groups["f"].Success ? "première" : "premier");
        text = Second().Replace(text, match => match.Groups["f"].Success ? "seconde" : "second");
        text = Digits().Replace(text, match => Words(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)) ?? match.Value);
        return Roman().Replace(text, match => Words(FromRoman(match.Groups["n"].Value)) ?? match.Value);
    }

    private static string? Words(int number)
    {
        if (number is < 1 or > 99)
            return null;
        var cardinal = FrenchNumbers.Words(number);
        if (number == 1)
            return "premier";
        if (cardinal.EndsWith("quatre-vingts", StringComparison.Ordinal) || cardinal.EndsWith('e'))
            return cardinal[..^1] + "ième";
        if (cardinal.EndsWith("cinq", StringComparison.Ordinal))
            return cardinal + "uième";
        return cardinal.EndsWith("neuf", StringComparison.Ordinal) ? cardinal[..^1] + "vième" : cardinal + "ième";
    }

    private static int FromRoman(string numeral)
    {
        var sum = 0;
        var before = 0;
        for (var i = numeral.Length - 1; i >= 0; i--)
        {
            var value = numeral[i] switch { 'X' => 10, 'V' => 5, _ => 1 };
            sum += value < before ? -value : value;
            before = value;
        }

        return sum;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])1(?:ers?|(?<f>res?|ères?))(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex First();

    [GeneratedRegex(@"(?<![\p{L}\d])2(?:nds?|(?<f>ndes?))(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Second();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<n>\d{1,2})(?:i?èmes?|i?emes?|es?|è)(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<n>X{0,3}(?:IX|IV|V?I{0,3}))(?<=[IVX])(?:e|è|ème)(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Roman();
}
