using System.Globalization;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Day, month and year as digits, if they are a date at all.</summary>
internal readonly record struct CalendarDate(int Day, int Month, int? Year)
{
    /// <summary>Takes digits; a year of two digits is of this century. Returns null for what no calendar has.</summary>
    public static CalendarDate? From(string day, string month, string year)
    {
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        int? y = year.Length == 0 ? null : int.Parse(year, CultureInfo.InvariantCulture) + (year.Length == 2 ? 2000 : 0);

        // 29 February is a date when no year says otherwise.
        var known = y ?? 2000;
        return m is >= 1 and <= 12 && known is >= 1 and <= 9999 && d >= 1 && d <= DateTime.DaysInMonth(known, m)
            ? new CalendarDate(d, m, y)
            : null;
    }
}
