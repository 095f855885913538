using System.Globalization;
using AlertAutomaton.Contracts.Schedules;

namespace AlertAutomaton.Daemon.CommandLine.Planning;

/// <summary>
/// Reads what <c>--every</c> says, in English or French: <c>day 18:30</c>, <c>monday,friday 18:30</c>, <c>month 15 18:30</c>,
/// <c>month last 18:30</c>, <c>month 2-tuesday 18:30</c>, <c>month last-friday 18:30</c>.
/// </summary>
internal static class EveryText
{
    private static readonly string[] English = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] French = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary>The schedule, or null when the text is not of that form; times are checked where the order is read.</summary>
    public static AlertSchedule? Read(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            ["day" or "jour", var time] => new AlertSchedule { Every = "day", Time = time },
            ["month" or "mois", "last" or "dernier", var time] => new AlertSchedule { Every = "month", LastDayOfMonth = true, Time = time },
            ["month" or "mois", var day, var time] when int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                new AlertSchedule { Every = "month", DayOfMonth = number, Time = time },
            ["month" or "mois", var nth, var time] => ReadNth(nth, time),
            [var days, var time] when ReadDays(days) is { } read => new AlertSchedule { Every = "week", Days = read, Time = time },
            _ => null,
        };
    }

    private static AlertSchedule? ReadNth(string text, string time)
    {
        if (text.Split('-') is not [var which, var day] || DayOf(day) is not { } read)
        {
            return null;
        }

        int? week = which is "last" or "dernier" ? -1 : int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return week is null ? null : new AlertSchedule { Every = "month", Week = week, Days = [read], Time = time };
    }

    private static List<string>? ReadDays(string text)
    {
        var days = text.Split(',').Select(DayOf).ToList();
        return days.Contains(null) ? null : [.. days.OfType<string>()];
    }

    private static string? DayOf(string word)
    {
        for (var day = 0; day < English.Length; day++)
        {
            if (word.Length >= 3 && (English[day].StartsWith(word, StringComparison.Ordinal) || French[day].StartsWith(word, StringComparison.Ordinal)))
            {
                return English[day];
            }
        }

        return null;
    }
}
