using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>Hours: 6:30 pm, 6pm, 18:30, 24/7.</summary>
internal static partial class EnglishTimes
{
    public static string Apply(string text)
    {
        text = Always().Replace(text, "24 hours a day, 7 days a week");
        text = Range().Replace(text, "${a} to ");
        text = TwelveHours().Replace(text, match => SpeakTwelve(match));
        return TwentyFourHours().Replace(text, match => SpeakTwentyFour(match.Groups["h"].Value, match.Groups["m"].Value));
    }

    private static string SpeakTwelve(Match match)
    {
        var half = match.Groups["half"].ValueSpan[0] is 'a' or 'A' ? "a m" : "p m";
        return $"{Number(match.Groups["h"].Value)}{Minutes(match.Groups["m"].Value)} {half}";
    }

    private static string SpeakTwentyFour(string hours, string minutes) => (Number(hours), minutes) switch
    {
        (0 or 24, "00") => "midnight",
        (12, "00") => "12 noon",
        (var hour, "00") => $"{hour} hundred hours",
        (var hour, _) => $"{hour}{Minutes(minutes)}",
    };

    private static string Minutes(string minutes) => minutes switch
    {
        "" or "00" => "",
        ['0', var one] => $" oh {one}",
        _ => $" {minutes}",
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])24/7(?![\d/])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Always();

    [GeneratedRegex(@"(?<![\p{L}\d:.])(?<a>\d{1,2}(?::\d\d)?(?: ?[ap]m)?) ?[-–] ?(?=\d{1,2}:\d\d(?!\d)|\d{1,2} ?[ap]\.?m\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\p{L}\d:])(?<h>1[0-2]|0?[1-9])(?:[:.](?<m>[0-5]\d))? ?(?<half>[ap])(?:\.m\.|\.m\b|m\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex TwelveHours();

    [GeneratedRegex(@"(?<![\p{L}\d:])(?<h>[01]?\d|2[0-4])[:h](?<m>[0-5]\d)(?::[0-5]\d)?(?: ?(?:hrs|hours))?(?![\p{L}\d:])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex TwentyFourHours();
}
