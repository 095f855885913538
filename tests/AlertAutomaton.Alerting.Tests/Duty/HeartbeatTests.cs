using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class HeartbeatTests
{
    private static readonly HeartbeatOptions Options = new();
    private DateTimeOffset _now = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);
    private HeartbeatState _state;

    public HeartbeatTests() => _state = Heartbeat.Begin(Options, _now);

    [Fact]
    public void A_test_call_is_made_every_hour()
    {
        int calls = Run(TimeSpan.FromHours(24), () => HeartbeatResult.Good).Count(effect => effect == HeartbeatEffect.Call);
        Assert.Equal((24, 24, 0), (calls, _state.Good, _state.Failed));
        Assert.False(_state.IsAlarmed);
    }

    [Fact]
    public void One_failure_is_tried_again_soon_and_is_no_alarm()
    {
        var results = new Queue<HeartbeatResult>([HeartbeatResult.NoAnswer, HeartbeatResult.Good]);
        List<HeartbeatEffect> effects = Run(TimeSpan.FromMinutes(10), () => results.Dequeue());
        Assert.Equal([HeartbeatEffect.Call, HeartbeatEffect.Call], effects);
        Assert.Equal((0, 1, 1), (_state.FailuresInRow, _state.Failed, _state.Good));
    }

    [Fact]
    public void Two_failures_in_a_row_are_one_alarm_and_a_good_call_is_the_all_clear()
    {
        List<HeartbeatEffect> effects = Run(TimeSpan.FromHours(5), () => HeartbeatResult.NoProof);
        Assert.Single(effects, HeartbeatEffect.AlarmFailed);
        Assert.DoesNotContain(HeartbeatEffect.AlarmSilent, effects);
        Assert.InRange(effects.Count(effect => effect == HeartbeatEffect.Call), 55, 60);
        Assert.Single(Run(TimeSpan.FromMinutes(6), () => HeartbeatResult.Good), HeartbeatEffect.AllClear);
        Assert.Equal((0, false), (_state.FailuresInRow, _state.IsAlarmed));
    }

    [Fact]
    public void While_an_alert_needs_the_lines_the_call_is_skipped_and_counted_and_that_is_no_silence()
    {
        Run(TimeSpan.FromMinutes(5), () => HeartbeatResult.Good);
        List<HeartbeatEffect> effects = Run(TimeSpan.FromHours(11), () => HeartbeatResult.Good, scarce: true);
        Assert.All(effects, effect => Assert.Equal(HeartbeatEffect.NoteSkipped, effect));
        Assert.Equal((effects.Count, 1, 0), ((int)_state.Skipped, _state.Good, _state.Failed));
        Assert.InRange(_state.SkippedInRow, 10, 11);
    }

    [Fact]
    public void Twelve_hours_without_a_good_call_are_an_alarm_whatever_the_reason() =>
        Assert.Single(Run(TimeSpan.FromHours(13), () => HeartbeatResult.Good, scarce: true), HeartbeatEffect.AlarmSilent);

    [Fact]
    public void A_call_that_never_ends_counts_as_failed()
    {
        Assert.Equal([HeartbeatEffect.Call, HeartbeatEffect.Call], Run(TimeSpan.FromMinutes(15), () => null));
        Assert.Equal((HeartbeatResult.Failed, 1), (_state.LastResult, _state.FailuresInRow));
    }

    [Fact]
    public void Whoever_looks_from_outside_sees_that_nobody_makes_the_calls_any_more()
    {
        Run(TimeSpan.FromMinutes(5), () => HeartbeatResult.Good);
        Assert.False(Heartbeat.IsSilent(_state, Options, _now.AddHours(2)));
        Assert.True(Heartbeat.IsSilent(_state, Options, _now.AddHours(3)));
    }

    [Fact]
    public void A_clock_that_is_put_back_or_forward_stops_no_test_calls_and_alarms_nobody()
    {
        Run(TimeSpan.FromMinutes(5), () => HeartbeatResult.Good);
        _now -= TimeSpan.FromDays(2);
        Assert.Single(Run(TimeSpan.FromMinutes(5), () => HeartbeatResult.Good), HeartbeatEffect.Call);
        _now += TimeSpan.FromDays(3);
        Assert.Equal([HeartbeatEffect.Call], Run(TimeSpan.FromMinutes(5), () => HeartbeatResult.Good));
    }

    /// <summary>Looks every quarter of a minute; a call takes that long. A result of null: it never ends.</summary>
    private List<HeartbeatEffect> Run(TimeSpan time, Func<HeartbeatResult?> result, bool scarce = false)
    {
        var all = new List<HeartbeatEffect>();
        for (DateTimeOffset until = _now + time; _now < until; _now += TimeSpan.FromSeconds(15))
        {
            (_state, IReadOnlyList<HeartbeatEffect> effects) = Heartbeat.Step(_state, new HeartbeatInput.Tick(scarce), Options, _now);
            all.AddRange(effects);
            if (effects.Contains(HeartbeatEffect.Call) && result() is { } ended)
            {
                (_state, effects) = Heartbeat.Step(_state, new HeartbeatInput.Ended(ended), Options, _now);
                all.AddRange(effects);
            }
        }

        return all;
    }
}
