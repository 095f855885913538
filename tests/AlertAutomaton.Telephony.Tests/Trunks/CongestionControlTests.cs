using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class CongestionControlTests
{
    private TimeSpan _now = TimeSpan.FromMinutes(5);
    private CongestionState _state = CongestionState.Fresh;

    [Fact]
    public void One_503_among_good_calls_slows_nothing()
    {
        Feed(CallEvidence.Accepted, 10);
        Feed(CallEvidence.Overloaded, 1);
        Assert.Equal(1, _state.Factor);
    }

    [Fact]
    public void One_sick_number_with_a_long_retry_after_does_not_stop_the_trunk()
    {
        Feed(CallEvidence.Accepted, 10);
        _state = CongestionControl.After(_state, CallEvidence.Overloaded, TimeSpan.FromHours(1), _now);
        Assert.True(_state.PausedUntil <= _now);
    }

    [Fact]
    public void A_storm_halves_the_pace_once_a_second_down_to_a_floor()
    {
        for (int second = 0; second < 20; second++)
        {
            double before = _state.Factor;
            Feed(CallEvidence.Overloaded, 8, TimeSpan.FromMilliseconds(100));
            Assert.True(second == 0 || _state.Factor >= Math.Max(CongestionControl.LowestFactor, before / 2));
            _now += TimeSpan.FromMilliseconds(200);
        }

        Assert.Equal(CongestionControl.LowestFactor, _state.Factor);
    }

    [Fact]
    public void Recovery_is_a_tenth_of_the_pace_a_second()
    {
        Feed(CallEvidence.Overloaded, 2);
        Feed(CallEvidence.Overloaded, 2, TimeSpan.FromSeconds(1.5));
        double low = _state.Factor;
        for (int second = 0; second < 3; second++)
        {
            _now += TimeSpan.FromSeconds(1);
            Feed(CallEvidence.Accepted, 5);
        }

        Assert.Equal(low + 0.3, _state.Factor, 6);
        for (int second = 0; second < 10; second++)
        {
            _now += TimeSpan.FromSeconds(1);
            Feed(CallEvidence.Accepted, 5);
        }

        Assert.Equal(1, _state.Factor);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(3600, 60)]
    [InlineData(4294967296, 60)]
    public void Retry_after_in_a_storm_pauses_the_trunk_up_to_a_minute(double asked, double paused)
    {
        _state = CongestionControl.After(_state, CallEvidence.Overloaded, null, _now);
        _state = CongestionControl.After(_state, CallEvidence.Overloaded, TimeSpan.FromSeconds(asked), _now);
        Assert.Equal(paused, Math.Max(0, (_state.PausedUntil - _now).TotalSeconds));
    }

    [Fact]
    public void A_shorter_retry_after_never_shortens_a_pause()
    {
        Feed(CallEvidence.Overloaded, 1);
        _state = CongestionControl.After(_state, CallEvidence.Overloaded, TimeSpan.FromSeconds(30), _now);
        TimeSpan until = _state.PausedUntil;
        _state = CongestionControl.After(_state, CallEvidence.Overloaded, TimeSpan.FromSeconds(2), _now);
        Assert.Equal(until, _state.PausedUntil);
    }

    [Fact]
    public void Honest_busy_tones_of_four_calls_in_five_do_not_slow_the_trunk()
    {
        for (int call = 0; call < 200; call++)
        {
            Feed(call % 5 == 0 ? CallEvidence.Accepted : CallEvidence.AmbiguousRefusal, 1, TimeSpan.FromMilliseconds(300));
        }

        Assert.Equal(1, _state.Factor);
    }

    [Fact]
    public void A_503_among_honest_busy_tones_is_still_one_failure()
    {
        for (int call = 0; call < 40; call++)
        {
            Feed(call % 2 == 0 ? CallEvidence.Accepted : CallEvidence.AmbiguousRefusal, 1, TimeSpan.FromMilliseconds(300));
        }

        Feed(CallEvidence.Overloaded, 1);
        Assert.Equal(1, _state.Factor);
    }

    [Fact]
    public void When_everything_is_refused_the_pace_falls()
    {
        Feed(CallEvidence.AmbiguousRefusal, 25, TimeSpan.FromMilliseconds(500));
        Assert.True(_state.Factor < 1);
    }

    private void Feed(CallEvidence evidence, int times, TimeSpan apart = default)
    {
        for (int call = 0; call < times; call++)
        {
            _now += apart;
            _state = CongestionControl.After(_state, evidence, null, _now);
        }
    }
}
