namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// What a change does to a planned alert.
/// <code>
///            pause            resume
/// planned ----------> paused ---------> planned
///    |                   |
///    +------ cancel -----+----> cancelled        (nothing left) ----> done
/// </code>
/// </summary>
public static class ScheduleTransitions
{
    /// <summary>Decides a change.</summary>
    /// <param name="state">The state it is in.</param>
    /// <param name="change">What is asked.</param>
    /// <returns>Done with the new state, already so, or not possible with the old one.</returns>
    public static (ScheduleVerdict Verdict, ScheduleState State) Apply(ScheduleState state, ScheduleChange change) => (state, change) switch
    {
        (ScheduleState.Planned, ScheduleChange.Pause) => (ScheduleVerdict.Done, ScheduleState.Paused),
        (ScheduleState.Paused, ScheduleChange.Resume) => (ScheduleVerdict.Done, ScheduleState.Planned),
        (ScheduleState.Planned or ScheduleState.Paused, ScheduleChange.Cancel) => (ScheduleVerdict.Done, ScheduleState.Cancelled),
        (ScheduleState.Paused, ScheduleChange.Pause) => (ScheduleVerdict.AlreadySo, state),
        (ScheduleState.Planned, ScheduleChange.Resume) => (ScheduleVerdict.AlreadySo, state),
        (ScheduleState.Cancelled, ScheduleChange.Cancel) => (ScheduleVerdict.AlreadySo, state),
        _ => (ScheduleVerdict.NotPossible, state),
    };
}
