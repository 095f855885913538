using AlertAutomaton.Alerting.Schedules;

namespace AlertAutomaton.Alerting.Tests.Schedules;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Planned = At("2026-01-01T00:00Z");

    /// <summary>Local wishes around clock changes, the zone, and the one moment at which each comes (UTC).</summary>
    [Theory]
    [InlineData("2026-03-29T01:59", "Europe/Paris", "2026-03-29T00:59Z")]
    [InlineData("2026-03-29T02:00", "Europe/Paris", "2026-03-29T01:00Z")]
    [InlineData("2026-03-29T02:30", "Europe/Paris", "2026-03-29T01:00Z")]
    [InlineData("2026-03-29T02:59", "Europe/Paris", "2026-03-29T01:00Z")]
    [InlineData("2026-03-29T03:00", "Europe/Paris", "2026-03-29T01:00Z")]
    [InlineData("2026-03-29T03:01", "Europe/Paris", "2026-03-29T01:01Z")]
    [InlineData("2026-10-25T01:59", "Europe/Paris", "2026-10-24T23:59Z")]
    [InlineData("2026-10-25T02:00", "Europe/Paris", "2026-10-25T00:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Paris", "2026-10-25T00:30Z")]
    [InlineData("2026-10-25T02:59", "Europe/Paris", "2026-10-25T00:59Z")]
    [InlineData("2026-10-25T03:00", "Europe/Paris", "2026-10-25T02:00Z")]
    [InlineData("2026-03-08T02:30", "America/New_York", "2026-03-08T07:00Z")]
    [InlineData("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30Z")]
    [InlineData("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30Z")]
    [InlineData("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z")]
    [InlineData("2026-03-29T00:30", "Atlantic/Azores", "2026-03-29T01:00Z")]
    [InlineData("2026-07-14T10:00", "Asia/Kathmandu", "2026-07-14T04:15Z")]
    [InlineData("2028-02-29T08:00", "Europe/Paris", "2028-02-29T07:00Z")]
    [InlineData("2038-01-19T04:14", "Europe/Paris", "2038-01-19T03:14Z")]
    [InlineData("2040-12-31T23:59", "Europe/Paris", "2040-12-31T22:59Z")]
    [InlineData("2027-01-01T00:00", "Pacific/Kiritimati", "2026-12-31T10:00Z")]
    public void What_is_wished_once_comes_once(string local, string zone, string expected)
    {
        var schedule = Of(new Recurrence.Once(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)), zone);

        Assert.Equal(At(expected), schedule.NextAfter(Planned));
        Assert.Null(schedule.NextAfter(At(expected)));
        Assert.Equal(At(expected), schedule.NextAfter(At(expected).AddTicks(-1)));
    }

    [Fact]
    public void A_night_order_at_half_past_two_comes_once_in_each_night_of_a_clock_change()
    {
        var schedule = Of(new Recurrence.Daily(new TimeOnly(2, 30)));

        Assert.Equal(
            [At("2026-03-28T01:30Z"), At("2026-03-29T01:00Z"), At("2026-03-30T00:30Z")],
            Moments(schedule, "2026-03-28T00:00Z", 3));
        Assert.Equal(
            [At("2026-10-24T00:30Z"), At("2026-10-25T00:30Z"), At("2026-10-26T01:30Z")],
            Moments(schedule, "2026-10-24T00:00Z", 3));
    }

    [Fact]
    public void Times_that_fall_into_one_gap_or_on_its_end_come_together_once()
    {
        var schedule = Of(new Recurrence.ByCron(Cron("0,20,40 2-3 * * *")));

        Assert.Equal(
            [At("2026-03-29T01:00Z"), At("2026-03-29T01:20Z"), At("2026-03-29T01:40Z"), At("2026-03-30T00:00Z")],
            Moments(schedule, "2026-03-28T12:00Z", 4));
    }

    [Fact]
    public void Monthly_on_the_thirty_first_leaves_out_months_without_one_and_the_last_day_leaves_out_none()
    {
        var thirtyFirst = Of(new Recurrence.MonthlyOnDay(new TimeOnly(12, 0), 31), "Etc/UTC");
        var last = Of(new Recurrence.MonthlyOnLastDay(new TimeOnly(12, 0)), "Etc/UTC");

        Assert.Equal([At("2026-01-31T12:00Z"), At("2026-03-31T12:00Z"), At("2026-05-31T12:00Z")], Moments(thirtyFirst, "2026-01-01T00:00Z", 3));
        Assert.Equal([At("2028-01-31T12:00Z"), At("2028-02-29T12:00Z"), At("2028-03-31T12:00Z")], Moments(last, "2028-01-01T00:00Z", 3));
    }

    [Theory]
    [InlineData(1, DayOfWeek.Monday, "2026-06-01T12:00Z")]
    [InlineData(2, DayOfWeek.Tuesday, "2026-06-09T12:00Z")]
    [InlineData(4, DayOfWeek.Sunday, "2026-06-28T12:00Z")]
    [InlineData(5, DayOfWeek.Monday, "2026-06-29T12:00Z")]
    [InlineData(5, DayOfWeek.Wednesday, "2026-07-29T12:00Z")]
    [InlineData(-1, DayOfWeek.Tuesday, "2026-06-30T12:00Z")]
    [InlineData(-1, DayOfWeek.Wednesday, "2026-06-24T12:00Z")]
    public void Monthly_on_a_weekday_counts_from_the_first_or_takes_the_last(int week, DayOfWeek day, string expected)
    {
        var schedule = Of(new Recurrence.MonthlyOnWeekday(new TimeOnly(12, 0), week, day), "Etc/UTC");

        Assert.Equal(At(expected), schedule.NextAfter(At("2026-05-31T23:00Z")));
    }

    [Fact]
    public void Weekly_goes_over_the_end_of_the_year()
    {
        var schedule = Of(new Recurrence.Weekly(new TimeOnly(18, 0), [DayOfWeek.Friday, DayOfWeek.Monday]));

        Assert.Equal([At("2026-12-28T17:00Z"), At("2027-01-01T17:00Z"), At("2027-01-04T17:00Z")], Moments(schedule, "2026-12-27T00:00Z", 3));
    }

    [Fact]
    public void The_twenty_ninth_of_february_waits_for_leap_years_even_over_2100()
    {
        var schedule = Of(new Recurrence.ByCron(Cron("0 8 29 2 *")), "Etc/UTC");

        Assert.Equal([At("2028-02-29T08:00Z"), At("2032-02-29T08:00Z")], Moments(schedule, "2026-01-01T00:00Z", 2));
        Assert.Equal(At("2104-02-29T08:00Z"), schedule.NextAfter(At("2096-03-01T00:00Z")));
    }

    [Fact]
    public void First_and_last_date_are_local_dates_and_both_belong_to_it()
    {
        var schedule = Of(new Recurrence.Daily(new TimeOnly(0, 30))) with { FirstDate = new DateOnly(2026, 6, 1), LastDate = new DateOnly(2026, 6, 2) };

        Assert.Equal([At("2026-05-31T22:30Z"), At("2026-06-01T22:30Z")], Moments(schedule, "2026-01-01T00:00Z", 9));
    }

    [Fact]
    public void A_count_is_counted_from_the_planning_and_dates_left_out_do_not_count()
    {
        var schedule = Of(new Recurrence.Daily(new TimeOnly(12, 0)), "Etc/UTC") with
        {
            Since = At("2026-01-01T13:00Z"),
            Count = 3,
            LeftOut = [new DateOnly(2026, 1, 3)],
        };

        Assert.Equal([At("2026-01-02T12:00Z"), At("2026-01-04T12:00Z"), At("2026-01-05T12:00Z")], Moments(schedule, "2020-01-01T00:00Z", 9));
        Assert.Null(schedule.NextAfter(At("2026-01-05T12:00Z")));
    }

    [Fact]
    public void What_is_left_out_for_ever_ends_the_search()
    {
        var never = Of(new Recurrence.Once(new DateTime(2026, 5, 1, 8, 0, 0))) with { LeftOut = [new DateOnly(2026, 5, 1)] };

        Assert.Null(never.NextAfter(Planned));
        Assert.Null(Of(new Recurrence.Daily(new TimeOnly(8, 0))).NextAfter(At("9995-01-01T00:00Z")));
    }

    [Fact]
    public void Reminders_come_before_the_event_in_order_and_fall_together_with_the_schedule()
    {
        var plan = new SchedulePlan
        {
            Schedule = Of(new Recurrence.Once(new DateTime(2026, 6, 1, 10, 0, 0)), "Etc/UTC"),
            EventAt = At("2026-06-08T18:00Z"),
            RemindBefore = [TimeSpan.FromHours(9), TimeSpan.FromDays(1), TimeSpan.FromDays(7) + TimeSpan.FromHours(8)],
        };

        var found = new List<Occurrence>();
        for (var next = plan.NextAfter(Planned); next is { } occurrence; next = plan.NextAfter(occurrence.At))
        {
            found.Add(occurrence);
        }

        Assert.Equal(
            [new Occurrence(At("2026-06-01T10:00Z"), false), new Occurrence(At("2026-06-07T18:00Z"), true), new Occurrence(At("2026-06-08T09:00Z"), true)],
            found);
    }

    private static Schedule Of(Recurrence recurrence, string zone = "Europe/Paris") => new() { Recurrence = recurrence, TimeZone = zone, Since = Planned };

    private static CronExpression Cron(string text) => CronExpression.TryParse(text, out var cron, out var fault) ? cron! : throw new ArgumentException(fault!.ToString());

    private static List<DateTimeOffset> Moments(Schedule schedule, string after, int most)
    {
        var found = new List<DateTimeOffset>();
        for (var next = schedule.NextAfter(At(after)); next is { } moment && found.Count < most; next = schedule.NextAfter(moment))
        {
            found.Add(moment);
        }

        return found;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
