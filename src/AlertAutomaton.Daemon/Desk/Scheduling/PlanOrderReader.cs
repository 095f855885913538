using System.Globalization;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Turns an order to plan into the engine's own, or lists every field at fault: those of the launch and those of its moments.</summary>
internal sealed class PlanOrderReader(LaunchSettings settings, TimeProvider time)
{
    private const int LooksAhead = 100;

    // A star too many in a cron expression must not call a town every minute.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(15);

    private readonly LaunchOrderReader _launches = new(settings, time);

    public PlanReading Read(PlanAlertRequest order, string orderedBy, OperatorTexts texts)
    {
        var now = time.GetUtcNow();
        var launch = _launches.Read(order, orderedBy, texts);
        var problems = new FieldProblems(texts);
        var schedule = new ScheduleReader(problems, settings.TimeZone, now).Read(order.Schedule);
        var reminders = ReadReminders(order, now, problems);
        var late = ReadLateLaunch(order.LateLaunch, problems);
        if (order.ReminderTitle?.Trim().Length is 0 or > LaunchOrderReader.LongestTitle)
        {
            problems.Add("/reminderTitle", "title", LaunchOrderReader.LongestTitle);
        }

        if (schedule is null)
        {
            return PlanReading.Refused([.. launch.Problems, .. problems.All]);
        }

        var plan = new SchedulePlan { Schedule = schedule, EventAt = order.EventAt?.ToUniversalTime(), RemindBefore = reminders, LateLaunch = late };
        if (schedule.NextAfter(now) is null)
        {
            problems.Add("/schedule", "schedule.never");
        }
        else if (IsTooOften(schedule, now))
        {
            problems.Add("/schedule", "schedule.too-often", LeastPause.TotalMinutes);
        }

        if (launch.Problems.Count > 0 || problems.All.Count > 0)
        {
            return PlanReading.Refused([.. launch.Problems, .. problems.All]);
        }

        return new PlanReading(launch.Request, plan, plan.NextAfter(now)!.Value, reminders.Count > 0 ? ReminderTitle(order, texts) : null, []);
    }

    private static List<TimeSpan> ReadReminders(PlanAlertRequest order, DateTimeOffset now, FieldProblems problems)
    {
        var reminders = new List<TimeSpan>();
        if (order.EventAt <= now)
        {
            // The reading of the launch says so.
            return reminders;
        }

        if (order.RemindBefore.Count > SchedulePlan.MaximumReminders)
        {
            problems.Add("/remindBefore", "schedule.reminders", SchedulePlan.MaximumReminders);
            return reminders;
        }

        if (order.RemindBefore.Count > 0 && order.EventAt is null)
        {
            problems.Add("/eventAt", "schedule.event-missing");
        }

        for (var i = 0; i < order.RemindBefore.Count; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/remindBefore/{i}");
            if (DurationText.Read(order.RemindBefore[i] ?? "") is not { } seconds || seconds == 0)
            {
                problems.Add(pointer, "schedule.duration", order.RemindBefore[i] ?? "");
            }
            else if (order.EventAt - TimeSpan.FromSeconds(seconds) <= now)
            {
                problems.Add(pointer, "schedule.reminder-past", order.RemindBefore[i]);
            }
            else
            {
                reminders.Add(TimeSpan.FromSeconds(seconds));
            }
        }

        return [.. reminders.Distinct().OrderDescending()];
    }

    private static LateLaunch ReadLateLaunch(string? text, FieldProblems problems)
    {
        if (text is null)
        {
            return LateLaunch.Never;
        }

        if (DurationText.Read(text) is { } seconds && seconds > 0 && TimeSpan.FromSeconds(seconds) <= LateLaunch.MaximumLimit)
        {
            return LateLaunch.Within(TimeSpan.FromSeconds(seconds));
        }

        problems.Add("/lateLaunch", "schedule.late", text);
        return LateLaunch.Never;
    }

    private static bool IsTooOften(Schedule schedule, DateTimeOffset now)
    {
        var last = schedule.NextAfter(now);
        for (var i = 0; i < LooksAhead && last is { } moment; i++)
        {
            var next = schedule.NextAfter(moment);
            if (next - moment < LeastPause)
            {
                return true;
            }

            last = next;
        }

        return false;
    }

    private static string ReminderTitle(PlanAlertRequest order, OperatorTexts texts)
    {
        var title = order.ReminderTitle?.Trim() ?? texts.Format("schedule.reminder-title", order.Title.Trim());
        return title.Length <= LaunchOrderReader.LongestTitle ? title : title[..LaunchOrderReader.LongestTitle];
    }
}
