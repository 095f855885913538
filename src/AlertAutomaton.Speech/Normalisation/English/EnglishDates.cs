using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>Dates in digits, day first unless only month first makes a date, and the short names of days and months.</summary>
internal sealed partial class EnglishDates
{
    private readonly Lexicon _lexicon;
    private readonly Regex _monthName;
    private readonly Regex _weekdayName;

    public EnglishDates(Lexicon lexicon)
    {
        _lexicon = lexicon;
        var months = Abbreviations.Alternatives(lexicon.MonthAbbreviations.Keys);
        _monthName = new Regex(
            @"(?<=\d(?:st|nd|rd|th)? )(?<name>" + months + @")(?:\.|(?![\p{L}\d]))|(?<!\p{L})(?<name>" + months + @")(?:\.(?= \d)|(?= \d{1,2}(?!\d)))",
            RegexOptions.CultureInvariant, RegexLimit.Time);
        _weekdayName = new Regex(
            @"(?<!\p{L})(?<name>" + Abbreviations.Alternatives(lexicon.WeekdayAbbreviations.Keys) + @")(?:\.|(?= \d{1,2}(?:st|nd|rd|th|[ /])))",
            RegexOptions.CultureInvariant, RegexLimit.Time);
    }

    public string Apply(string text)
    {
        text = _weekdayName.Replace(text, match => _lexicon.WeekdayAbbreviations[match.Groups["name"].Value]);
        text = Full().Replace(text, Speak);
        text = Iso().Replace(text, Speak);
        return _monthName.Replace(text, match => _lexicon.Months[_lexicon.MonthAbbreviations[match.Groups["name"].Value] - 1]);
    }

    private string Speak(Match match)
    {
        var (first, second, year) = (match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value);
        return (CalendarDate.From(first, second, year) ?? CalendarDate.From(second, first, year)) is { } date
            ? $"{date.Day} {_lexicon.Months[date.Month - 1]} {date.Year}"
            : match.Value;
    }

    [GeneratedRegex(@"(?<![\d/.])(?<d>\d{1,2})(?<s>[/.])(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d\d)(?![\d/]|\.\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\d-])(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?![\d-])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Iso();
}
