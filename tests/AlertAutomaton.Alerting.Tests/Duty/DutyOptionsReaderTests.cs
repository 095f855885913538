using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class DutyOptionsReaderTests
{
    [Fact]
    public void The_defaults_are_well()
    {
        Assert.Empty(DutyOptionsReader.Problems(new DutyOptions()));
        Assert.Empty(DutyOptionsReader.Problems(new HeartbeatOptions()));
        Assert.Empty(DutyOptionsReader.Problems(DutyRoster.Empty));
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        DutyOptions duty = new() { FirstPause = TimeSpan.Zero, MostCallsPerHour = 0, MostMatters = 0, RememberTaken = TimeSpan.Zero, DayBegins = new TimeOnly(21, 0), DayEnds = new TimeOnly(7, 0) };
        Assert.Equal(["FirstPause", "MostCallsPerHour", "MostMatters", "RememberTaken", "DayEnds"], DutyOptionsReader.Problems(duty).Select(Name));
        HeartbeatOptions heartbeat = new() { Interval = TimeSpan.FromHours(4), RetryAfter = TimeSpan.Zero, ListenFor = TimeSpan.Zero, FailuresToAlarm = 0 };
        Assert.Equal(["RetryAfter", "FailuresToAlarm", "LateAfter", "ListenFor"], DutyOptionsReader.Problems(heartbeat).Select(Name));
    }

    [Fact]
    public void A_week_that_the_year_does_not_have_and_an_exception_that_changes_nobody_are_named()
    {
        OperatorId who = OperatorId.New(TimeProvider.System);
        DutyRoster roster = new()
        {
            Weeks = [new DutyWeek(2026, 53, [who]), new DutyWeek(2027, 53, [who]), new DutyWeek(2026, 53, [who])],
            Exceptions = [new DutyException { From = new DateTime(2026, 12, 24), Until = new DateTime(2026, 12, 26) }],
        };
        Assert.Equal(["IsoWeek", "Weeks", "Exceptions"], DutyOptionsReader.Problems(roster).Select(Name));
    }

    private static string Name(string problem) => problem[..problem.IndexOfAny([' ', ':'])];
}
