using AlertAutomaton.Alerting.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Schedules;

/// <summary>Schedules against a clock on the wall that is watched minute by minute.</summary>
public sealed class SchedulePropertyTests
{
    private const int DaysWatched = 12;

    private static readonly string[] Zones =
    [
        "Europe/Paris", "Europe/Lisbon", "America/New_York", "America/St_Johns", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu",
        "Africa/Casablanca", "Pacific/Chatham", "Pacific/Apia", "Atlantic/Azores", "America/Santiago", "Africa/Cairo", "Etc/UTC",
    ];

    // Around clock changes of one zone or another, ends of years and months, leap days, and 2038.
    private static readonly DateTime[] Beginnings =
    [
        new(2026, 3, 4), new(2026, 3, 24), new(2026, 10, 20), new(2026, 10, 28), new(2026, 4, 1), new(2026, 9, 25), new(2026, 12, 24), new(2028, 2, 22),
        new(2038, 1, 12), new(2038, 3, 24), new(2011, 12, 24), new(2026, 2, 10), new(2027, 4, 26), new(2040, 2, 25), new(2025, 10, 20),
    ];

    [Fact]
    public void The_next_moment_is_the_one_that_watching_the_clock_finds()
    {
        Prop.ForAll(Schedules().ToArbitrary(), drawn =>
        {
            var (schedule, begin) = drawn;
            var watched = Watch(schedule, begin, begin.AddDays(DaysWatched));
            var moment = begin;
            foreach (var expected in watched)
            {
                if (schedule.NextAfter(moment) != expected || schedule.NextAfter(expected.AddTicks(-1)) != expected)
                {
                    return false;
                }

                moment = expected;
            }

            return !(schedule.NextAfter(moment) <= begin.AddDays(DaysWatched));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public void Moments_rise_strictly()
    {
        var ticks = Gen.Choose(0, int.MaxValue).Select(value => TimeSpan.FromSeconds(value % (400 * 86_400)));
        Prop.ForAll(Schedules().Zip(ticks).ToArbitrary(), drawn =>
        {
            var ((schedule, begin), later) = drawn;
            var moment = begin + later;
            for (var i = 0; i < 5; i++)
            {
                if (schedule.NextAfter(moment) is not { } next)
                {
                    return true;
                }

                if (next <= moment)
                {
                    return false;
                }

                moment = next;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    // A wish is fulfilled in the first minute in which the clock shows it or has passed it. The highest time ever shown is kept, so
    // that an hour shown twice fulfils nothing the second time and a skipped one all at once.
    private static List<DateTimeOffset> Watch(Schedule schedule, DateTimeOffset begin, DateTimeOffset end)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        var found = new List<DateTimeOffset>();
        var shown = TimeZoneInfo.ConvertTime(begin.AddDays(-2), zone).DateTime;
        var left = schedule.Count ?? int.MaxValue;
        var times = new Dictionary<DateOnly, HashSet<TimeOnly>>();
        for (var moment = begin.AddDays(-2).AddMinutes(1); moment <= end; moment = moment.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            var wished = false;
            for (; shown < local; shown = shown.AddMinutes(1))
            {
                wished |= IsWished(schedule, shown.AddMinutes(1), times);
            }

            if (wished && moment > schedule.Since && moment > begin && left-- > 0)
            {
                found.Add(moment);
            }
        }

        return found;
    }

    private static bool IsWished(Schedule schedule, DateTime local, Dictionary<DateOnly, HashSet<TimeOnly>> times)
    {
        var date = DateOnly.FromDateTime(local);
        if (date < schedule.FirstDate || date > schedule.LastDate || schedule.LeftOut.Contains(date))
        {
            return false;
        }

        if (!times.TryGetValue(date, out var wished))
        {
            wished = [.. schedule.Recurrence.TimesOn(date)];
            times.Add(date, wished);
        }

        return wished.Contains(TimeOnly.FromDateTime(local));
    }

    private static Gen<(Schedule Schedule, DateTimeOffset Begin)> Schedules() =>
        from zone in Gen.Elements(Zones)
        from begin in Gen.Elements(Beginnings)
        from minutes in Gen.Choose(0, (3 * 1440) - 1)
        from recurrence in Recurrences(begin)
        from count in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 9).Select(value => (int?)value)))
        from leftOut in Gen.ListOf(Gen.Choose(0, DaysWatched))
        from last in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(0, DaysWatched).Select(value => (int?)value)))
        let start = new DateTimeOffset(begin, TimeSpan.Zero).AddMinutes(minutes)
        select (
            new Schedule
            {
                Recurrence = recurrence,
                TimeZone = zone,
                Since = start,
                Count = count,
                LastDate = last is { } days ? DateOnly.FromDateTime(begin).AddDays(days) : null,
                LeftOut = [.. leftOut.Take(2).Select(DateOnly.FromDateTime(begin).AddDays)],
            },
            start);

    private static Gen<Recurrence> Recurrences(DateTime begin)
    {
        // Half of the times lie in the hours in which clocks are changed.
        var times = Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(0, 239)).Select(minute => new TimeOnly(minute / 60, minute % 60));
        var days = Gen.Elements(Enum.GetValues<DayOfWeek>());
        var cron = Gen.Elements("*/7 * * * *", "0,30 0-3 * * *", "15 */2 * * mon-fri", "30 2 25-29 * *", "0 0 1 * sun", "59 23 28-31 * *", "5/20 1 */3 * 7")
            .Select(text => (Recurrence)new Recurrence.ByCron(CronExpression.TryParse(text, out var read, out _) ? read! : throw new ArgumentException(text)));
        return Gen.OneOf(
            times.Zip(Gen.Choose(0, DaysWatched)).Select(drawn => (Recurrence)new Recurrence.Once(begin.Date.AddDays(drawn.Item2) + drawn.Item1.ToTimeSpan())),
            times.Select(time => (Recurrence)new Recurrence.Daily(time)),
            times.Zip(days).Select(drawn => (Recurrence)new Recurrence.Weekly(drawn.Item1, [drawn.Item2, DayOfWeek.Sunday])),
            times.Zip(Gen.Choose(1, 31)).Select(drawn => (Recurrence)new Recurrence.MonthlyOnDay(drawn.Item1, drawn.Item2)),
            times.Select(time => (Recurrence)new Recurrence.MonthlyOnLastDay(time)),
            times.Zip(days).Zip(Gen.Elements(1, 2, 3, 4, 5, -1)).Select(drawn => (Recurrence)new Recurrence.MonthlyOnWeekday(drawn.Item1.Item1, drawn.Item2, drawn.Item1.Item2)),
            cron);
    }
}
