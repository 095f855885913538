using System.Globalization;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Reads when a planned alert is launched, or names every field at fault.</summary>
internal sealed class ScheduleReader(FieldProblems problems, string organisationZone, DateTimeOffset now)
{
    private const int MostDatesLeftOut = 366;
    private static readonly string[] MomentForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>The schedule; null when a problem was added.</summary>
    public Schedule? Read(AlertSchedule schedule)
    {
        var before = problems.All.Count;
        var recurrence = ReadRecurrence(schedule);
        var zone = schedule.TimeZone ?? organisationZone;
        if (zone.Length > 100 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            problems.Add("/schedule/timeZone", "schedule.zone", zone);
        }

        var (first, last) = (Date(schedule.FirstDate, "/schedule/firstDate"), Date(schedule.LastDate, "/schedule/lastDate"));
        if (first > last)
        {
            problems.Add("/schedule/lastDate", "schedule.last-before-first");
        }

        if (schedule.Count is < 1 or > Schedule.MaximumCount)
        {
            problems.Add("/schedule/count", "schedule.count", Schedule.MaximumCount);
        }

        if (schedule.LeftOut.Count > MostDatesLeftOut)
        {
            problems.Add("/schedule/leftOut", "schedule.left-out", MostDatesLeftOut);
            return null;
        }

        var leftOut = schedule.LeftOut.Select((date, i) => Date(date ?? "", string.Create(CultureInfo.InvariantCulture, $"/schedule/leftOut/{i}"))).ToList();
        return problems.All.Count > before || recurrence is null ? null : new Schedule
        {
            Recurrence = recurrence,
            TimeZone = zone,
            FirstDate = first,
            LastDate = last,
            Count = schedule.Count,
            LeftOut = [.. leftOut.OfType<DateOnly>().Distinct().Order()],
            Since = now.ToUniversalTime(),
        };
    }

    private Recurrence? ReadRecurrence(AlertSchedule schedule)
    {
        if (new[] { schedule.At, schedule.Every, schedule.Cron }.Count(way => way is not null) != 1)
        {
            problems.Add("/schedule", "schedule.one-way");
            return null;
        }

        var isMonthly = string.Equals(schedule.Every, "month", StringComparison.OrdinalIgnoreCase);
        var isWeekly = string.Equals(schedule.Every, "week", StringComparison.OrdinalIgnoreCase);
        Foreign(schedule.Time is not null && schedule.Every is null, "/schedule/time");
        Foreign(schedule.Days.Count > 0 && !isWeekly && !(isMonthly && schedule.Week is not null), "/schedule/days");
        Foreign(schedule.DayOfMonth is not null && !isMonthly, "/schedule/dayOfMonth");
        Foreign(schedule.LastDayOfMonth && !isMonthly, "/schedule/lastDayOfMonth");
        Foreign(schedule.Week is not null && !isMonthly, "/schedule/week");
        if (schedule.Cron is { } cron)
        {
            return ReadCron(cron);
        }

        if (schedule.At is { } at)
        {
            if (DateTime.TryParseExact(at, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 2000 and <= 2200)
            {
                return new Recurrence.Once(moment);
            }

            problems.Add("/schedule/at", "schedule.at", at);
            return null;
        }

        if (!TimeOnly.TryParseExact(schedule.Time, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            problems.Add("/schedule/time", "schedule.time", schedule.Time ?? "");
            return null;
        }

        switch (schedule.Every!.ToLowerInvariant())
        {
            case "day":
                return new Recurrence.Daily(time);
            case "week":
                return ReadDays(schedule.Days) is { Count: > 0 } days ? new Recurrence.Weekly(time, days) : null;
            case "month":
                return ReadMonthly(schedule, time);
            default:
                problems.Add("/schedule/every", "schedule.every", schedule.Every);
                return null;
        }
    }

    private Recurrence? ReadMonthly(AlertSchedule schedule, TimeOnly time)
    {
        if ((schedule.DayOfMonth is null ? 0 : 1) + (schedule.LastDayOfMonth ? 1 : 0) + (schedule.Week is null ? 0 : 1) != 1)
        {
            problems.Add("/schedule", "schedule.one-day-of-month");
            return null;
        }

        if (schedule.DayOfMonth is { } day)
        {
            if (day is >= 1 and <= 31)
            {
                return new Recurrence.MonthlyOnDay(time, day);
            }

            problems.Add("/schedule/dayOfMonth", "schedule.day-of-month");
            return null;
        }

        if (schedule.Week is not { } week)
        {
            return new Recurrence.MonthlyOnLastDay(time);
        }

        if (week is not (-1 or (>= 1 and <= 5)) || schedule.Days.Count != 1)
        {
            problems.Add(schedule.Days.Count != 1 ? "/schedule/days" : "/schedule/week", "schedule.week");
            return null;
        }

        return ReadDays(schedule.Days) is [var weekday] ? new Recurrence.MonthlyOnWeekday(time, week, weekday) : null;
    }

    private List<DayOfWeek>? ReadDays(IReadOnlyList<string> days)
    {
        if (days.Count is 0 or > 7)
        {
            problems.Add("/schedule/days", "schedule.days");
            return null;
        }

        var read = new List<DayOfWeek>();
        for (var i = 0; i < days.Count; i++)
        {
            if (Enum.TryParse<DayOfWeek>(days[i], ignoreCase: true, out var day) && days[i].All(char.IsAsciiLetter))
            {
                read.Add(day);
            }
            else
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"/schedule/days/{i}"), "schedule.day", days[i] ?? "");
                return null;
            }
        }

        return [.. read.Distinct()];
    }

    private Recurrence.ByCron? ReadCron(string text)
    {
        if (CronExpression.TryParse(text, out var cron, out var fault))
        {
            return new Recurrence.ByCron(cron!);
        }

        problems.Add("/schedule/cron", $"cron.{fault!.Kind}", new TextKey($"cron.field.{fault.Field}"), fault.Position, fault.Text, fault.Least, fault.Most);
        return null;
    }

    private DateOnly? Date(string? text, string pointer)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2200)
        {
            return date;
        }

        problems.Add(pointer, "schedule.date", text);
        return null;
    }

    private void Foreign(bool isForeign, string pointer)
    {
        if (isForeign)
        {
            problems.Add(pointer, "schedule.foreign");
        }
    }
}
