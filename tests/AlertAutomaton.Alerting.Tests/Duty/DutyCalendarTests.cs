using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class DutyCalendarTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly OperatorId Ada = OperatorId.New(TimeProvider.System);
    private static readonly OperatorId Bob = OperatorId.New(TimeProvider.System);
    private static readonly OperatorId Cleo = OperatorId.New(TimeProvider.System);
    private static readonly DutyRoster Roster = new()
    {
        Zone = Paris,
        HandOver = TimeSpan.FromHours(8),
        Weeks = [new DutyWeek(2026, 12, [Ada]), new DutyWeek(2026, 13, [Bob])],
        Blocks = [new DutyBlock { FromDay = DayOfWeek.Wednesday, FromTime = new TimeOnly(22, 0), UntilDay = DayOfWeek.Thursday, UntilTime = new TimeOnly(2, 30), Operators = [Cleo] }],
        Exceptions = [new DutyException { From = new DateTime(2026, 3, 20, 9, 15, 0), Until = new DateTime(2026, 3, 20, 9, 45, 0), Absent = Ada }],
    };

    [Fact]
    public void A_week_is_laid_out_without_gaps_and_nobody_is_said_where_nobody_is()
    {
        DateTimeOffset from = At(16, 7), until = At(24, 7);
        IReadOnlyList<DutySpan> spans = DutyCalendar.Of(Roster, from, until);
        Assert.Equal((from, until), (spans[0].From, spans[^1].Until));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        Assert.Equal([[], [Ada], [Cleo, Ada], [Ada], [], [Ada], [Bob]], spans.Select(span => span.Operators));
        Assert.Equal(At(16, 8), spans[1].From);
        Assert.Equal(At(20, 9).AddMinutes(15), spans[4].From);
        Assert.Equal(At(23, 8), spans[6].From);
    }

    [Fact]
    public void At_every_moment_it_says_what_the_roster_says()
    {
        Prop.ForAll(Gen.Choose(0, 30 * 24 * 60).ToArbitrary(), minute =>
        {
            DateTimeOffset moment = At(10, 0).AddMinutes(minute);
            DutySpan span = DutyCalendar.Of(Roster, At(10, 0), At(10, 0).AddDays(31)).Single(span => span.From <= moment && moment < span.Until);
            return span.Operators.SequenceEqual(Roster.OnDutyAt(moment));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Too_long_a_time_and_one_that_ends_before_it_begins_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DutyCalendar.Of(Roster, At(10, 0), At(9, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DutyCalendar.Of(Roster, At(10, 0), At(10, 0) + DutyCalendar.Longest + TimeSpan.FromSeconds(1)));
    }

    // March 2026 before the clock change of the 29th: one hour ahead of UTC.
    private static DateTimeOffset At(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.FromHours(1));
}
