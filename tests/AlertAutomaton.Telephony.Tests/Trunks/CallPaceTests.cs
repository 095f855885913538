using AlertAutomaton.Telephony.Trunks;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class CallPaceTests
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(0.5, 30)]
    [InlineData(1.5, 90)]
    [InlineData(30, 1800)]
    [InlineData(117, 7020)]
    public void A_minute_of_work_uses_the_whole_pace_and_no_more(double callsPerSecond, int expected)
    {
        var starts = Run(callsPerSecond, TimeSpan.FromSeconds(60), lateness: _ => TimeSpan.Zero);
        Assert.InRange(starts.Count, expected, expected + (int)Math.Ceiling(callsPerSecond));
        AssertNoWindowIsOverfull(starts, callsPerSecond);
    }

    [Fact]
    public void Late_timers_cost_little_of_the_pace()
    {
        var starts = Run(20, TimeSpan.FromSeconds(60), lateness: call => TimeSpan.FromMilliseconds(call * 7 % 12));
        Assert.InRange(starts.Count, 1164, 1220);
        AssertNoWindowIsOverfull(starts, 20);
    }

    [Fact]
    public void After_a_pause_there_is_no_burst()
    {
        var pace = new CallPace(10);
        TimeSpan now = TimeSpan.FromSeconds(100);
        pace.Started(now);
        Assert.True(pace.Earliest(1) >= now + TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_slowed_pace_holds_from_its_first_calls_on()
    {
        var pace = new CallPace(10);
        pace.Started(TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromMilliseconds(400), pace.Earliest(0.25));
    }

    [Fact]
    public void No_window_is_ever_overfull_whatever_the_pace_and_the_delays() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>().Filter(delays => delays.Length > 0),
            ArbMap.Default.ArbFor<PositiveInt>(),
            (delays, tenths) =>
            {
                double rate = Math.Min(tenths.Get, 400) / 10.0;
                var starts = Run(rate, TimeSpan.FromSeconds(30), call => TimeSpan.FromMilliseconds(Math.Abs((long)delays[call % delays.Length]) % 50));
                AssertNoWindowIsOverfull(starts, rate);
            }).QuickCheckThrowOnFailure();

    private static List<TimeSpan> Run(double rate, TimeSpan length, Func<int, TimeSpan> lateness)
    {
        var pace = new CallPace(rate);
        var starts = new List<TimeSpan>();
        TimeSpan now = TimeSpan.Zero;
        while (now < length)
        {
            pace.Started(now);
            starts.Add(now);
            now = pace.Earliest(1) + lateness(starts.Count);
        }

        return starts;
    }

    private static void AssertNoWindowIsOverfull(List<TimeSpan> starts, double rate)
    {
        int allowed = Math.Max(1, (int)Math.Ceiling(rate));
        TimeSpan window = TimeSpan.FromSeconds(allowed / rate);
        for (int call = allowed; call < starts.Count; call++)
        {
            Assert.True(starts[call] - starts[call - allowed] >= window, $"{allowed + 1} calls within {starts[call] - starts[call - allowed]}");
        }
    }
}
