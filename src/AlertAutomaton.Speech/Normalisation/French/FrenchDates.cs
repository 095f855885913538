using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>Dates in digits, day first, and the short names of days and months.</summary>
internal sealed partial class FrenchDates
{
    private readonly Lexicon _lexicon;
    private readonly Regex _dayAndMonth;
    private readonly Regex _monthName;
    private readonly Regex _weekdayName;

    public FrenchDates(Lexicon lexicon)
    {
        _lexicon = lexicon;

        // Day and month alone look like a fraction: only these words before them make a date.
        _dayAndMonth = new Regex(
            @"(?<=(?<!\p{L})(?:le|du|au|dès|" + string.Join('|', lexicon.Weekdays) + @") )(?<d>\d{1,2})/(?<m>\d{1,2})(?<y>)(?![\d/])",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexLimit.Time);
        _monthName = new Regex(
            @"(?<=\d(?:er)? )(?<name>" + Abbreviations.Alternatives(lexicon.MonthAbbreviations.Keys) + @")(?:\.|(?![\p{L}\d]))",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexLimit.Time);
        _weekdayName = new Regex(
            @"(?<!\p{L})(?<name>" + Abbreviations.Alternatives(lexicon.WeekdayAbbreviations.Keys) + @")(?:\.(?= ?\d)|(?= \d{1,2}/\d))",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexLimit.Time);
    }

    public string Apply(string text)
    {
        text = _weekdayName.Replace(text, match => _lexicon.WeekdayAbbreviations[match.Groups["name"].Value.ToLowerInvariant()]);
        text = Full().Replace(text, Speak);
        text = Iso().Replace(text, Speak);
        text = _dayAndMonth.Replace(text, Speak);
        return _monthName.Replace(text, match => _lexicon.Months[_lexicon.MonthAbbreviations[match.Groups["name"].Value.ToLowerInvariant()] - 1]);
    }

    private string Speak(Match match)
    {
        if (CalendarDate.From(match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value) is not { } date)
            return match.Value;
        var day = date.Day == 1 ? "premier" : date.Day.ToString(CultureInfo.InvariantCulture);
        return $"{day} {_lexicon.Months[date.Month - 1]} {date.Year}".TrimEnd();
    }

    [GeneratedRegex(@"(?<![\d/.])(?<d>\d{1,2})(?<s>[/.])(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d\d)(?![\d/]|\.\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\d-])(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?![\d-])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Iso();
}
