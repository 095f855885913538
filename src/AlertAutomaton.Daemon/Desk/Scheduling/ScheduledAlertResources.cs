using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Planned alerts as the API shows them.</summary>
internal static class ScheduledAlertResources
{
    private const int MostUpcoming = 5;
    private const string DateForm = "yyyy-MM-dd";

    public static ScheduledAlertResource Of(ScheduleRow row) => new()
    {
        Id = row.Id.Value,
        Title = row.Title,
        Kind = row.Kind.ToString().ToLowerInvariant(),
        Policy = row.Policy,
        Recipients = row.Recipients,
        State = row.State.ToString().ToLowerInvariant(),
        Reason = row.Reason,
        Schedule = Of(row.Plan.Schedule),
        EventAt = row.Plan.EventAt,
        RemindBeforeSeconds = [.. row.Plan.RemindBefore.Select(before => before.TotalSeconds)],
        LateLaunchSeconds = row.Plan.LateLaunch.Limit.TotalSeconds,
        CreatedBy = row.CreatedBy,
        CreatedAt = row.CreatedAt,
        LastOccurrence = row.Last?.At,
        Upcoming = row.State == ScheduleState.Planned && row.Next is { } next ? Upcoming(row.Plan, next) : [],
    };

    public static IReadOnlyList<UpcomingOccurrence> Upcoming(SchedulePlan plan, Occurrence first)
    {
        var zone = Zone(plan);
        var upcoming = new List<UpcomingOccurrence>();
        for (Occurrence? next = first; next is { } occurrence && upcoming.Count < MostUpcoming; next = plan.NextAfter(occurrence.At))
        {
            upcoming.Add(new UpcomingOccurrence(TimeZoneInfo.ConvertTime(occurrence.At, zone), occurrence.IsReminder));
        }

        return upcoming;
    }

    public static OccurrenceResource Of(OccurrenceRecord record, SchedulePlan plan, OperatorTexts texts) => new()
    {
        At = TimeZoneInfo.ConvertTime(record.Occurrence.At, Zone(plan)),
        Reminder = record.Occurrence.IsReminder,
        Outcome = record.Outcome.ToString().ToLowerInvariant(),
        Alert = record.Alert?.Value,
        Reason = record.Reason == MissReason.None ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(record.Reason.ToString()),
        Explanation = record.Outcome == OccurrenceOutcome.Launched ? null
            : record.Reason == MissReason.None ? record.Detail
            : $"{texts[$"schedule.missed.{record.Reason}"]} {record.Detail}".Trim(),
        RecordedAt = record.RecordedAt,
    };

    private static TimeZoneInfo Zone(SchedulePlan plan) => TimeZoneInfo.FindSystemTimeZoneById(plan.Schedule.TimeZone);

    private static AlertSchedule Of(Schedule schedule)
    {
        var shown = new AlertSchedule
        {
            TimeZone = schedule.TimeZone,
            FirstDate = Text(schedule.FirstDate),
            LastDate = Text(schedule.LastDate),
            Count = schedule.Count,
            LeftOut = [.. schedule.LeftOut.Select(date => Text(date)!)],
        };
        return schedule.Recurrence switch
        {
            Recurrence.Once once => shown with { At = once.At.ToString(once.At.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) },
            Recurrence.Daily daily => shown with { Every = "day", Time = Text(daily.At) },
            Recurrence.Weekly weekly => shown with { Every = "week", Time = Text(weekly.At), Days = [.. weekly.Days.Select(Text)] },
            Recurrence.MonthlyOnDay monthly => shown with { Every = "month", Time = Text(monthly.At), DayOfMonth = monthly.Day },
            Recurrence.MonthlyOnLastDay monthly => shown with { Every = "month", Time = Text(monthly.At), LastDayOfMonth = true },
            Recurrence.MonthlyOnWeekday monthly => shown with { Every = "month", Time = Text(monthly.At), Week = monthly.Week, Days = [Text(monthly.Day)] },
            Recurrence.ByCron cron => shown with { Cron = cron.Expression.Text },
            var other => throw new InvalidOperationException($"Unknown recurrence {other.GetType().Name}."),
        };
    }

    private static string? Text(DateOnly? date) => date?.ToString(DateForm, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
