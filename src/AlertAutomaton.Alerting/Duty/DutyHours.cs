using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>Day and night, by the clocks on the wall. Pure.</summary>
internal static class DutyHours
{
    public static bool IsDay(DateTimeOffset now, TimeZoneInfo zone, DutyOptions options)
    {
        DateTime today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return now >= LocalMoment.At(today + options.DayBegins.ToTimeSpan(), zone) && now < LocalMoment.At(today + options.DayEnds.ToTimeSpan(), zone);
    }

    /// <summary>The moment itself when it is by day, or the next beginning of a day.</summary>
    public static DateTimeOffset NextDay(DateTimeOffset moment, TimeZoneInfo zone, DutyOptions options)
    {
        if (IsDay(moment, zone, options))
        {
            return moment;
        }

        DateTime today = TimeZoneInfo.ConvertTime(moment, zone).Date;
        DateTimeOffset begins = LocalMoment.At(today + options.DayBegins.ToTimeSpan(), zone);
        return begins > moment ? begins : LocalMoment.At(today.AddDays(1) + options.DayBegins.ToTimeSpan(), zone);
    }
}
