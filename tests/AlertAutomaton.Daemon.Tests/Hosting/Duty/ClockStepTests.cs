using AlertAutomaton.Daemon.Hosting.Duty;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Hosting.Duty;

public sealed class ClockStepTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(-4, false)]
    [InlineData(6, true)]
    [InlineData(-3600, true)]
    public void A_step_of_more_than_five_seconds_is_noticed_once_whatever_time_passed(int seconds, bool noticed)
    {
        var clock = new ClockStep(_time);
        _time.Advance(TimeSpan.FromHours(5));
        _time.StepWallClock(TimeSpan.FromSeconds(seconds));
        Assert.Equal(noticed, clock.Look());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(clock.Look());
    }
}
