using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>French number words up to 99, and digits written in groups of three.</summary>
internal static partial class FrenchNumbers
{
    private static readonly string[] _small =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
        "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];

    private static readonly string[] _tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

    /// <summary>0 to 99 in words, as in France.</summary>
    public static string Words(int number)
    {
        if (number < 20)
            return _small[number];
        var tens = number / 10;
        var rest = tens is 7 or 9 ? number - (tens - 1) * 10 : number % 10;
        return (tens, rest) switch
        {
            (8, 0) => "quatre-vingts",
            (_, 0) => _tens[tens],
            ( < 8, 1) => $"{_tens[tens]} et un",
            (7, 11) => "soixante et onze",
            _ => $"{_tens[tens]}-{_small[rest]}",
        };
    }

    /// <summary>Two digits as they are read in a phone number: 04 is "zéro quatre".</summary>
    public static string Pair(ReadOnlySpan<char> digits)
    {
        var tens = digits[0] - '0';
        var ones = digits[1] - '0';
        return tens == 0 ? $"zéro {_small[ones]}" : Words(tens * 10 + ones);
    }

    /// <summary>"1 200" is one number.</summary>
    public static string JoinGroups(string text)
        => Groups().Replace(text, match => match.Value.Replace(" ", "", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\d,.] ?|\p{L})[1-9]\d{0,2}(?: \d{3}){1,3}(?! ?\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Groups();
}
