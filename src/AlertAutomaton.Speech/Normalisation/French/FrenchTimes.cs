using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>Hours of the day and durations: 18 h 30, 18h30, 18:30, 24h/24.</summary>
internal static partial class FrenchTimes
{
    public static string Apply(string text)
    {
        text = AroundTheClock().Replace(text, "24 heures sur 24");
        text = EveryDay().Replace(text, "7 jours sur 7");
        text = Range().Replace(text, "${a} à ");
        text = WithLetter().Replace(text, match => Speak(match.Groups["h"].Value, match.Groups["m"].Value));
        return WithColon().Replace(text, match => Speak(match.Groups["h"].Value, match.Groups["m"].Value));
    }

    private static string Speak(string hours, string minutes)
    {
        var hour = int.Parse(hours, CultureInfo.InvariantCulture);
        var minute = minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture);

        // "Heure" is feminine: engines say "un heures" and "vingt et un heures" where digits are left.
        var spoken = hour switch
        {
            0 => "zéro",
            1 => "une",
            21 => "vingt et une",
            31 => "trente et une",
            _ => hour.ToString(CultureInfo.InvariantCulture),
        };
        return $"{spoken} heure{(hour < 2 ? "" : "s")}{(minute == 0 ? "" : $" {minute}")}";
    }

    [GeneratedRegex(@"(?<!\d)24 ?(?:[hH]|heures)? ?(?:/|sur) ?24(?: ?[hH](?!\p{L}))?(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex AroundTheClock();

    [GeneratedRegex(@"(?<!\d)7 ?(?:[jJ]|jours)? ?(?:/|sur) ?7(?: ?[jJ](?!\p{L}))?(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex EveryDay();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<a>\d{1,2} ?(?:[hH] ?(?:\d\d)?|:\d\d)) ?[-–] ?(?=\d{1,2} ?(?:[hH](?!\p{L})|:\d\d))", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\p{L}\d,.])(?<h>\d{1,3}) ?[hH](?: ?(?<m>[0-5]\d)(?: ?mi?n)?)?(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex WithLetter();

    [GeneratedRegex(@"(?<![\d:])(?<h>[01]?\d|2[0-4]):(?<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex WithColon();
}
