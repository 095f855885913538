using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Scheduling;

public sealed class PlanOrderReaderTests
{
    private static readonly ManualTimeProvider Time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_sound_order_becomes_a_plan_with_its_first_moment()
    {
        var reading = Read(Good(new AlertSchedule { At = "2026-06-02 18:30" }) with
        {
            EventAt = new DateTimeOffset(2026, 6, 9, 18, 0, 0, TimeSpan.FromHours(2)),
            RemindBefore = ["9h", "2d", "9h"],
            LateLaunch = "30m",
        });

        Assert.Empty(reading.Problems);
        Assert.Equal(new Occurrence(new DateTimeOffset(2026, 6, 2, 16, 30, 0, TimeSpan.Zero), false), reading.First);
        Assert.Equal([TimeSpan.FromDays(2), TimeSpan.FromHours(9)], reading.Plan!.RemindBefore);
        Assert.Equal(LateLaunch.Within(TimeSpan.FromMinutes(30)), reading.Plan.LateLaunch);
        Assert.Equal("Reminder: Siren", reading.ReminderTitle);
        Assert.Equal(new DateTimeOffset(2026, 6, 9, 16, 0, 0, TimeSpan.Zero), reading.Plan.EventAt);
        Assert.Equal(reading.Plan.EventAt, reading.Request!.EventAt);
    }

    public static TheoryData<AlertSchedule, string> Schedules => new()
    {
        { new AlertSchedule { At = "2026-06-02T18:30" }, "2026-06-02 18:30" },
        { new AlertSchedule { At = "2026-06-02T18:30", TimeZone = "America/New_York" }, "2026-06-03 00:30" },
        { new AlertSchedule { Every = "day", Time = "7:05" }, "2026-06-02 07:05" },
        { new AlertSchedule { Every = "week", Days = ["Friday", "sunday"], Time = "18:30" }, "2026-06-05 18:30" },
        { new AlertSchedule { Every = "month", DayOfMonth = 31, Time = "12:00" }, "2026-07-31 12:00" },
        { new AlertSchedule { Every = "month", LastDayOfMonth = true, Time = "12:00" }, "2026-06-30 12:00" },
        { new AlertSchedule { Every = "month", Week = 1, Days = ["wednesday"], Time = "12:00" }, "2026-06-03 12:00" },
        { new AlertSchedule { Every = "month", Week = -1, Days = ["wednesday"], Time = "12:00" }, "2026-06-24 12:00" },
        { new AlertSchedule { Cron = "0 12 * jul mon" }, "2026-07-06 12:00" },
        { new AlertSchedule { Every = "day", Time = "12:00", FirstDate = "2026-08-01", LeftOut = ["2026-08-01"] }, "2026-08-02 12:00" },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_kind_of_schedule_is_read_and_shown_as_it_was_given(AlertSchedule schedule, string firstInParis)
    {
        var reading = Read(Good(schedule));

        Assert.Empty(reading.Problems);
        var paris = TimeZoneInfo.ConvertTime(reading.First.At, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        Assert.Equal(firstInParis, paris.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        var shown = ScheduledAlertResources.Of(Row(reading.Plan!)).Schedule;
        Assert.Equal(reading.First, Read(Good(shown)).First);
    }

    public static TheoryData<AlertSchedule, string> WrongSchedules => new()
    {
        { new AlertSchedule(), "/schedule" },
        { new AlertSchedule { At = "2026-06-02T18:30", Cron = "0 8 * * *" }, "/schedule" },
        { new AlertSchedule { At = "tomorrow" }, "/schedule/at" },
        { new AlertSchedule { At = "2026-06-02T18:30Z" }, "/schedule/at" },
        { new AlertSchedule { At = "2026-05-31T18:30" }, "/schedule" },
        { new AlertSchedule { At = "2026-06-31T18:30" }, "/schedule/at" },
        { new AlertSchedule { At = "2026-06-02T18:30", Time = "18:30" }, "/schedule/time" },
        { new AlertSchedule { At = "2026-06-02T18:30", TimeZone = "Mars/Olympus" }, "/schedule/timeZone" },
        { new AlertSchedule { Every = "hour", Time = "18:30" }, "/schedule/every" },
        { new AlertSchedule { Every = "day" }, "/schedule/time" },
        { new AlertSchedule { Every = "day", Time = "25:00" }, "/schedule/time" },
        { new AlertSchedule { Every = "day", Time = "18:30", Days = ["monday"] }, "/schedule/days" },
        { new AlertSchedule { Every = "week", Time = "18:30" }, "/schedule/days" },
        { new AlertSchedule { Every = "week", Time = "18:30", Days = ["3"] }, "/schedule/days/0" },
        { new AlertSchedule { Every = "week", Time = "18:30", Days = [null!] }, "/schedule/days/0" },
        { new AlertSchedule { Every = "month", Time = "18:30" }, "/schedule" },
        { new AlertSchedule { Every = "month", Time = "18:30", DayOfMonth = 1, LastDayOfMonth = true }, "/schedule" },
        { new AlertSchedule { Every = "month", Time = "18:30", DayOfMonth = 32 }, "/schedule/dayOfMonth" },
        { new AlertSchedule { Every = "month", Time = "18:30", Week = 6, Days = ["monday"] }, "/schedule/week" },
        { new AlertSchedule { Every = "month", Time = "18:30", Week = 2 }, "/schedule/days" },
        { new AlertSchedule { Cron = "0 25 * * *" }, "/schedule/cron" },
        { new AlertSchedule { Cron = "* 8 * * *" }, "/schedule" },
        { new AlertSchedule { Every = "day", Time = "18:30", Count = 0 }, "/schedule/count" },
        { new AlertSchedule { Every = "day", Time = "18:30", Count = 1001 }, "/schedule/count" },
        { new AlertSchedule { Every = "day", Time = "18:30", FirstDate = "1 June" }, "/schedule/firstDate" },
        { new AlertSchedule { Every = "day", Time = "18:30", FirstDate = "2026-07-02", LastDate = "2026-07-01" }, "/schedule/lastDate" },
        { new AlertSchedule { Every = "day", Time = "18:30", LastDate = "2026-05-01" }, "/schedule" },
        { new AlertSchedule { Every = "day", Time = "18:30", LeftOut = ["2026-07-01", null!] }, "/schedule/leftOut/1" },
        { new AlertSchedule { Every = "day", Time = "18:30", LeftOut = [.. Enumerable.Repeat("2026-07-01", 367)] }, "/schedule/leftOut" },
    };

    [Theory]
    [MemberData(nameof(WrongSchedules))]
    public void A_wrong_schedule_names_its_field(AlertSchedule schedule, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Read(Good(schedule)).Problems).Pointer);

    [Fact]
    public void Faults_of_the_launch_of_reminders_and_of_the_schedule_are_listed_together()
    {
        var reading = Read(Good(new AlertSchedule { Cron = "60 8 * * *" }) with { Title = " ", RemindBefore = ["9h", "soon"], LateLaunch = "40d", ReminderTitle = "" });

        Assert.Equal(["/title", "/schedule/cron", "/eventAt", "/remindBefore/1", "/lateLaunch", "/reminderTitle"], reading.Problems.Select(problem => problem.Pointer));
        var past = Read(Good(new AlertSchedule { At = "2026-06-02T18:30" }) with { EventAt = Time.GetUtcNow().AddHours(2), RemindBefore = ["3h"] });
        Assert.Equal("/remindBefore/0", Assert.Single(past.Problems).Pointer);
        var over = Read(Good(new AlertSchedule { At = "2026-06-02T18:30" }) with { EventAt = Time.GetUtcNow() });
        Assert.Equal("/eventAt", Assert.Single(over.Problems).Pointer);
    }

    [Theory]
    [InlineData("en", "60 8 * * *", "Cron, minute, character 1: 60 is outside the field; write 0 to 59.")]
    [InlineData("fr", "60 8 * * *", "Cron, minute, caractère 1 : 60 est hors du champ ; écrivez 0 à 59.")]
    [InlineData("en", "0 8 * * fri-mon", "Cron, day of the week, character 9: the range fri-mon runs backwards; write it as two ranges, such as fri-sun,mon.")]
    [InlineData("en", "0 8 31 feb *", "The cron expression \"0 8 31 feb *\" never comes: no month of those named has such a day. Choose another day or month.")]
    [InlineData("en", "*/0 8 * * *", "Cron, minute, character 3: \"0\" is not a step; write 1 to 59 after the slash.")]
    public void A_malformed_cron_expression_is_told_with_what_where_and_how_to_mend(string language, string cron, string text)
    {
        var reading = Read(Good(new AlertSchedule { Cron = cron }), language);

        Assert.Equal(text, Assert.Single(reading.Problems).Detail);
    }

    [Fact]
    public void Every_fault_of_cron_and_every_reason_of_a_miss_has_its_text()
    {
        var texts = new OperatorTexts(CultureInfo.GetCultureInfo("fr-FR"));
        Assert.All(Enum.GetValues<CronFaultKind>(), kind => Assert.True(texts.Has($"order.cron.{kind}")));
        Assert.All(Enum.GetValues<CronField>(), field => Assert.True(texts.Has($"cron.field.{field}")));
        Assert.All(Enum.GetValues<MissReason>().Skip(1), reason => Assert.True(texts.Has($"schedule.missed.{reason}")));
        Assert.All(Enum.GetNames<ScheduleState>(), state => Assert.True(texts.Has("schedule.state." + state.ToLowerInvariant())));
        Assert.All(Enum.GetNames<OccurrenceOutcome>(), outcome => Assert.True(texts.Has("schedule.outcome." + outcome.ToLowerInvariant())));
        foreach (var change in Enum.GetNames<ScheduleChange>())
        {
            Assert.True(texts.Has($"cli.schedules.{change.ToLowerInvariant()}.done"));
        }
    }

    private static PlanReading Read(PlanAlertRequest order, string language = "en")
    {
        var settings = new LaunchSettings
        {
            Organisation = OrganisationId.New(Time),
            Country = "FR",
            TimeZone = "Europe/Paris",
            Languages = ["fr", "en"],
            Policies = [BuiltInPolicies.Alert],
            PromptsDirectory = "voice-prompts",
            RecordingsDirectory = "recordings",
        };
        return new PlanOrderReader(settings, Time).Read(order, "clerk", new OperatorTexts(CultureInfo.GetCultureInfo(language)));
    }

    private static PlanAlertRequest Good(AlertSchedule schedule) => new()
    {
        Title = "Siren",
        Kind = "test",
        Messages = [new AlertMessage { Language = "fr", Text = "Essai de sirène." }],
        Recipients = [new AlertRecipient { Name = "Household", Phones = ["0199000001"] }],
        Schedule = schedule,
    };

    private static ScheduleRow Row(SchedulePlan plan) => new()
    {
        Id = ScheduledAlertId.New(Time),
        Organisation = OrganisationId.New(Time),
        Title = "Siren",
        Kind = Alerting.Alerts.AlertKind.Test,
        Policy = "alert",
        Recipients = 1,
        Plan = plan,
        State = ScheduleState.Planned,
        CreatedBy = "clerk",
        CreatedAt = Time.GetUtcNow(),
    };
}
