namespace AlertAutomaton.Alerting.Duty;

/// <summary>
/// Decides which alarms are told: one an hour for a cause at most, an all-clear only to those who were told of the alarm. What comes back within
/// the hour and stays is told when the hour is over, so that nobody goes on believing in the all-clear. Pure.
/// </summary>
public static class AlarmThrottle
{
    /// <summary>The most causes that are remembered; an alarm beyond them is told, and may be told again.</summary>
    public const int MostCauses = 500;

    /// <summary>Between two alarms of one cause.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Before an alarm that no path took is tried again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Takes an alarm or an all-clear.</summary>
    /// <param name="state">What was told.</param>
    /// <param name="notice">What happened.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state, and whether to tell it now.</returns>
    public static (AlarmThrottleState State, bool Tell) Take(AlarmThrottleState state, AlarmNotice notice, DateTimeOffset now)
    {
        AlarmCause? known = state.Causes.GetValueOrDefault(notice.Cause);
        if (notice.IsAllClear)
        {
            return known is null ? (state, false) : (Put(state, known with { Stands = false, Told = false, TryAt = null }), known.Told);
        }

        if (known is { Stands: true, Told: true } && !notice.IsEvent)
        {
            return (state, false);
        }

        bool tell = MayTell(known, now);
        AlarmCause cause = new(notice, true, tell, tell ? now : known?.LastTold, null);
        return (known is null && state.Causes.Count >= MostCauses ? state : Put(state, cause), tell);
    }

    /// <summary>Notes that no path took an alarm.</summary>
    /// <param name="state">What was told.</param>
    /// <param name="cause">Its cause.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state.</returns>
    public static AlarmThrottleState NotTold(AlarmThrottleState state, string cause, DateTimeOffset now) =>
        state.Causes.GetValueOrDefault(cause) is { Stands: true } known ? Put(state, known with { Told = false, TryAt = now + Retry }) : state;

    /// <summary>What has waited for its time.</summary>
    /// <param name="state">What was told.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state and the alarms to tell now.</returns>
    public static (AlarmThrottleState State, IReadOnlyList<AlarmNotice> Tell) Due(AlarmThrottleState state, DateTimeOffset now)
    {
        AlarmCause[] due = [.. state.Causes.Values.Where(cause => cause is { Stands: true, Told: false } && (cause.TryAt is { } at ? at <= now || at > now + Retry : MayTell(cause, now)))];
        foreach (AlarmCause cause in due)
        {
            state = Put(state, cause with { Told = true, LastTold = now, TryAt = null });
        }

        string[] old = [.. state.Causes.Where(pair => (!pair.Value.Stands || pair.Value is { Notice.IsEvent: true, Told: true }) && MayTell(pair.Value, now)).Select(pair => pair.Key)];
        return (state with { Causes = state.Causes.RemoveRange(old) }, [.. due.Select(cause => cause.Notice)]);
    }

    // A moment in the future was before the clock was put back.
    private static bool MayTell(AlarmCause? cause, DateTimeOffset now) => cause?.LastTold is not { } last || last > now || now - last >= Interval;

    private static AlarmThrottleState Put(AlarmThrottleState state, AlarmCause cause) => state with { Causes = state.Causes.SetItem(cause.Notice.Cause, cause) };
}
