namespace AlertAutomaton.Alerting.Duty;

/// <summary>When test calls are made and what follows from them. Pure.</summary>
public static class Heartbeat
{
    /// <summary>A call that has not ended after so long counts as failed.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    /// <summary>Begins.</summary>
    /// <param name="options">How it is tested.</param>
    /// <param name="now">The time.</param>
    /// <returns>The first test call is due a little later.</returns>
    public static HeartbeatState Begin(HeartbeatOptions options, DateTimeOffset now) => new() { Started = now, NextAt = now + options.FirstAfter };

    /// <summary>Takes an input.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="input">What happened.</param>
    /// <param name="options">How it is tested.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state and what to do.</returns>
    public static (HeartbeatState State, IReadOnlyList<HeartbeatEffect> Effects) Step(HeartbeatState state, HeartbeatInput input, HeartbeatOptions options, DateTimeOffset now)
    {
        var effects = new List<HeartbeatEffect>();
        state = PutBack(state, now);
        state = input switch
        {
            HeartbeatInput.Ended ended when state.CallingSince is not null => End(state, ended.Result, options, now, effects),
            HeartbeatInput.Tick when now - state.CallingSince > LongestCall => End(state, HeartbeatResult.Failed, options, now, effects),
            HeartbeatInput.Tick tick when state.CallingSince is null && (state.NextAt <= now || state.NextAt > now + Longest(options)) => Begin(state, tick.LinesAreScarce, options, now, effects),
            _ => state,
        };

        // A call in progress is waited for: after a clock that was put forward it proves at once that nothing was silent.
        bool silent = state.CallingSince is null && IsSilent(state, options, now);
        if (!state.IsAlarmed && (state.FailuresInRow >= options.FailuresToAlarm || silent))
        {
            effects.Add(state.FailuresInRow >= options.FailuresToAlarm ? HeartbeatEffect.AlarmFailed : HeartbeatEffect.AlarmSilent);
            state = state with { IsAlarmed = true };
        }

        return (state, effects);
    }

    /// <summary>
    /// Whether no good call was made for too long. Asked by somebody else than who makes the calls, it finds out also that nobody makes them.
    /// </summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="options">How it is tested.</param>
    /// <param name="now">The time.</param>
    /// <returns>True when that is an alarm.</returns>
    public static bool IsSilent(HeartbeatState state, HeartbeatOptions options, DateTimeOffset now)
    {
        DateTimeOffset good = state.LastGood ?? state.Started;
        DateTimeOffset reason = state.LastSkipped > good ? state.LastSkipped.Value : good;
        return now - reason > options.LateAfter || now - good > options.LongestSkipping;
    }

    private static HeartbeatState Begin(HeartbeatState state, bool scarce, HeartbeatOptions options, DateTimeOffset now, List<HeartbeatEffect> effects)
    {
        effects.Add(scarce ? HeartbeatEffect.NoteSkipped : HeartbeatEffect.Call);
        return scarce
            ? state with { LastSkipped = now, SkippedInRow = state.SkippedInRow + 1, Skipped = state.Skipped + 1, NextAt = now + options.Interval }
            : state with { CallingSince = now, SkippedInRow = 0 };
    }

    private static HeartbeatState End(HeartbeatState state, HeartbeatResult result, HeartbeatOptions options, DateTimeOffset now, List<HeartbeatEffect> effects)
    {
        state = state with { CallingSince = null, LastResult = result };
        if (result != HeartbeatResult.Good)
        {
            return state with { FailuresInRow = state.FailuresInRow + 1, Failed = state.Failed + 1, NextAt = now + options.RetryAfter };
        }

        if (state.IsAlarmed)
        {
            effects.Add(HeartbeatEffect.AllClear);
        }

        return state with { LastGood = now, FailuresInRow = 0, Good = state.Good + 1, NextAt = now + options.Interval, IsAlarmed = false };
    }

    private static TimeSpan Longest(HeartbeatOptions options) => options.Interval > options.FirstAfter ? options.Interval : options.FirstAfter;

    /// <summary>Moments in the future were before the clock was put back; they would make the chain look well for as long as it was put back.</summary>
    private static HeartbeatState PutBack(HeartbeatState state, DateTimeOffset now) => state with
    {
        Started = Earlier(state.Started, now),
        LastGood = state.LastGood is { } good ? Earlier(good, now) : null,
        LastSkipped = state.LastSkipped is { } skipped ? Earlier(skipped, now) : null,
        CallingSince = state.CallingSince is { } calling ? Earlier(calling, now) : null,
    };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
