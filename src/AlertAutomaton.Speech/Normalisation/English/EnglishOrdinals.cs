using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>1st, 2nd, 21st.</summary>
internal static partial class EnglishOrdinals
{
    private static readonly string[] _small =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] _tens = ["", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];

    public static string Apply(string text)
        => Ordinal().Replace(text, match => Words(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)) ?? match.Value);

    private static string? Words(int number) => number switch
    {
        < 1 or > 99 => null,
        < 20 => _small[number],
        _ when number % 10 == 0 => _tens[number / 10] + "ieth",
        _ => $"{_tens[number / 10]}y-{_small[number % 10]}",
    };

    [GeneratedRegex(@"(?<![\p{L}\d])(?<n>\d{1,2})(?:st|nd|rd|th)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Ordinal();
}
