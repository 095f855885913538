using static AlertAutomaton.Sip.Dialogs.SessionTimerEffect;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>The session timer of a call (RFC 4028 §7, §9, §10), as a pure machine.</summary>
/// <remarks>
/// <code>
///              agreed(interval)                    half the interval (refresher): refresh
///   Off ─────────────────────────► Running ─────────────────────────────► Refreshing
///    ▲  agreed(none)                │  ▲  2xx: agreed again                   │
///    └──────────────────────────────┘  └──────────────────────────────────────┤
///                  no refresh before interval − min(32 s, interval/3),        │ 408, 481, nothing: BYE
///                  or at the interval for the refresher: BYE ◄────────────────┘ other: once more later
/// </code>
/// </remarks>
internal static class SessionTimer
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(32);

    /// <summary>Advances the machine by one input; at most one effect follows.</summary>
    public static (SessionTimerState State, SessionTimerEffect? Effect) Step(SessionTimerState state, SessionTimerInput input)
    {
        switch (input)
        {
            case SessionTimerInput.Agreed { Interval: { Ticks: 0 } }:
                return (default, new Arm(null, null));
            case SessionTimerInput.Agreed agreed:
                return (
                    new(agreed.Interval, agreed.WeRefresh),
                    new Arm(agreed.WeRefresh ? agreed.Interval / 2 : null, ExpiryOf(agreed.Interval, agreed.WeRefresh)));
            case SessionTimerInput.RefreshDue when state is { WeRefresh: true, Refreshing: false, Interval.Ticks: > 0 }:
                return (state with { Refreshing = true }, new SendRefresh());
            case SessionTimerInput.RefreshFailed { StatusCode: null or 408 or 481 } when state.Interval > TimeSpan.Zero:
                return (default, new HangUp());
            case SessionTimerInput.RefreshFailed when state.Interval > TimeSpan.Zero:
                // §10 leaves the session alive until it expires: a second try at three quarters.
                return (state with { Refreshing = false }, new Arm(state.Interval / 4, state.Interval / 2));
            case SessionTimerInput.Expired when state.Interval > TimeSpan.Zero:
                return (default, new HangUp());
            default:
                return (state, null);
        }
    }

    // §10: the side that waits ends the session a little before it expires, so that its BYE still finds it.
    private static TimeSpan ExpiryOf(TimeSpan interval, bool weRefresh)
    {
        TimeSpan margin = interval / 3 < LongestMargin ? interval / 3 : LongestMargin;
        return weRefresh ? interval : interval - margin;
    }
}
