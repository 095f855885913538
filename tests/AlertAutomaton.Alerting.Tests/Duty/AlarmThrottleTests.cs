using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class AlarmThrottleTests
{
    private DateTimeOffset _now = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);
    private AlarmThrottleState _state = AlarmThrottleState.Fresh;

    [Fact]
    public void One_cause_is_told_once_an_hour_at_most_and_every_cause_for_itself()
    {
        Assert.True(Alarm("a"));
        Assert.False(Alarm("a"));
        Assert.True(Alarm("b"));
        Assert.True(Clear("a"));
        Assert.False(Alarm("a"));
        Assert.False(Clear("a"));
        _now = _now.AddHours(1);
        Assert.True(Alarm("a"));
    }

    [Fact]
    public void What_comes_back_within_the_hour_and_stays_is_told_when_the_hour_is_over()
    {
        Alarm("a");
        Clear("a");
        _now = _now.AddMinutes(5);
        Assert.False(Alarm("a"));
        _now = _now.AddMinutes(54);
        Assert.Empty(Due());
        _now = _now.AddMinutes(1);
        Assert.Equal(["a"], Due());
        Assert.Empty(Due());
        Assert.True(Clear("a"));
    }

    [Fact]
    public void What_is_over_at_once_is_told_again_after_an_hour_and_not_remembered_for_ever()
    {
        Assert.True(Happens());
        Assert.False(Happens());
        _now = _now.AddMinutes(60);
        Assert.Equal(["duress"], Due());
        _now = _now.AddMinutes(61);
        Assert.Empty(Due());
        Assert.Empty(_state.Causes);
        Assert.True(Happens());

        bool Happens()
        {
            (_state, bool tell) = AlarmThrottle.Take(_state, new AlarmNotice("duress", "s", "t", false, _now) { IsEvent = true }, _now);
            return tell;
        }
    }

    [Fact]
    public void An_all_clear_without_an_alarm_tells_nobody() => Assert.False(Clear("a"));

    [Fact]
    public void An_alarm_that_no_path_took_is_tried_again_every_minute_until_one_does()
    {
        Alarm("a");
        for (int attempt = 0; attempt < 3; attempt++)
        {
            _state = AlarmThrottle.NotTold(_state, "a", _now);
            Assert.Empty(Due());
            _now = _now.AddMinutes(1);
            Assert.Equal(["a"], Due());
        }

        _now = _now.AddMinutes(30);
        Assert.Empty(Due());
    }

    [Fact]
    public void A_flood_of_causes_is_bounded_and_what_is_over_is_forgotten()
    {
        for (int cause = 0; cause < 2 * AlarmThrottle.MostCauses; cause++)
        {
            Assert.True(Alarm($"cause {cause}"));
            Clear($"cause {cause}");
        }

        Assert.Equal(AlarmThrottle.MostCauses, _state.Causes.Count);
        _now = _now.AddHours(1);
        Due();
        Assert.Empty(_state.Causes);
    }

    private bool Alarm(string cause) => Take(cause, false);

    private bool Clear(string cause) => Take(cause, true);

    private bool Take(string cause, bool allClear)
    {
        (_state, bool tell) = AlarmThrottle.Take(_state, new AlarmNotice(cause, "subject", "text", allClear, _now), _now);
        return tell;
    }

    private string[] Due()
    {
        (_state, IReadOnlyList<AlarmNotice> due) = AlarmThrottle.Due(_state, _now);
        return [.. due.Select(notice => notice.Cause)];
    }
}
