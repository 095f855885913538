using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>How times, weeks and people are written in the Duty section.</summary>
internal static class DutyForms
{
    private const string WeekMark = "-W";

    /// <summary>A time of day, for example 08:00.</summary>
    public static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>A moment on the wall, for example 2026-12-24 18:00; years 2000 to 2999.</summary>
    public static bool TryMoment(string text, out DateTime moment) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out moment) && moment.Year is >= 2000 and <= 2999;

    /// <summary>A calendar week that exists, for example 2026-W49 (ISO 8601).</summary>
    public static bool TryWeek(string text, out (int Year, int Week) week)
    {
        week = default;
        var parts = text.Split(WeekMark, 2);
        if (parts.Length < 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2999
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = (year, number);
        return true;
    }

    /// <summary>Whether it can be the number of an operator.</summary>
    public static bool IsOperator([NotNullWhen(true)] string? number) =>
        number?.Length is >= Operator.FewestDigits and <= Operator.MostDigits && number.All(char.IsAsciiDigit);
}
