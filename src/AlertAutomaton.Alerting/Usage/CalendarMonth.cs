using System.Globalization;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>A month of the calendar (Gregorian), in no zone yet.</summary>
/// <param name="Year">1 to 9998: the month after it has to exist.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct CalendarMonth(int Year, int Month)
{
    private const string Form = "yyyy-MM";

    /// <summary>The month of a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="zone">Whose calendar is read.</param>
    /// <returns>The month.</returns>
    public static CalendarMonth Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return new CalendarMonth(local.Year, local.Month);
    }

    /// <summary>Reads the form <c>2026-11</c> (ISO 8601).</summary>
    /// <param name="text">The text.</param>
    /// <param name="month">The month.</param>
    /// <returns>False when it is anything else.</returns>
    public static bool TryParse(string? text, out CalendarMonth month)
    {
        var known = DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < 9999;
        month = known ? new CalendarMonth(first.Year, first.Month) : default;
        return known;
    }

    /// <summary>From when to when it lasts.</summary>
    /// <param name="zone">Whose midnight counts.</param>
    /// <returns>Two moments in UTC, the second one excluded: it is the first of the next month.</returns>
    public (DateTimeOffset From, DateTimeOffset To) In(TimeZoneInfo zone)
    {
        var first = new DateTime(Year, Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return (Midnight(first, zone), Midnight(first.AddMonths(1), zone));
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    /// <returns>For example <c>2026-11</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    // Where clocks change at midnight, the day begins at the first moment that bears its date.
    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo zone)
    {
        var moment = day;
        while (zone.IsInvalidTime(moment))
        {
            moment = moment.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(moment) ? zone.GetAmbiguousTimeOffsets(moment).Max() : zone.GetUtcOffset(moment);
        return new DateTimeOffset(moment, offset).ToUniversalTime();
    }
}
