using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Alerting.Tests.Usage;

public sealed class CalendarMonthTests
{
    [Theory]
    [InlineData("2026-11", 2026, 11)]
    [InlineData("0001-01", 1, 1)]
    [InlineData("9998-12", 9998, 12)]
    public void A_month_is_read_and_written_in_one_form(string text, int year, int month)
    {
        Assert.True(CalendarMonth.TryParse(text, out var read));
        Assert.Equal(new CalendarMonth(year, month), read);
        Assert.Equal(text, read.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-11-01")]
    [InlineData("11-2026")]
    [InlineData("9999-12")]
    [InlineData("٢٠٢٦-١١")]
    public void Anything_else_is_no_month(string? text) => Assert.False(CalendarMonth.TryParse(text, out _));

    [Theory]
    [InlineData("Europe/Paris", 2026, 3, "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData("Europe/Paris", 2026, 10, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("Europe/Paris", 2026, 12, "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData("Indian/Reunion", 2026, 11, "2026-10-31T20:00:00Z", "2026-11-30T20:00:00Z")]
    [InlineData("UTC", 2028, 2, "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")]
    public void A_month_lasts_from_midnight_to_midnight_of_its_zone(string zone, int year, int month, string from, string to)
    {
        var known = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var span = new CalendarMonth(year, month).In(known);

        Assert.Equal((Moment(from), Moment(to)), span);
        Assert.Equal(TimeSpan.Zero, span.From.Offset);
        Assert.Equal(new CalendarMonth(year, month), CalendarMonth.Of(span.From, known));
        Assert.Equal(new CalendarMonth(year, month), CalendarMonth.Of(span.To - TimeSpan.FromTicks(1), known));
        Assert.NotEqual(new CalendarMonth(year, month), CalendarMonth.Of(span.To, known));
    }

    [Fact]
    public void A_midnight_that_the_clocks_leap_over_is_the_first_moment_after_it()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone(
            "leap", TimeSpan.FromHours(2), "leap", "leap", "leap summer",
            [
                TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                    DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
                    TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 4, 1),
                    TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 10, 1)),
            ]);

        Assert.Equal(Moment("2026-03-31T22:00:00Z"), new CalendarMonth(2026, 4).In(zone).From);
        Assert.Equal(Moment("2026-03-31T22:00:00Z"), new CalendarMonth(2026, 3).In(zone).To);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
