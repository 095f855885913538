using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Liveness;

/// <summary>Judges a trunk by its answers to OPTIONS, as a pure machine.</summary>
/// <remarks>
/// <code>
///         ┌── answer ──┐   failures in a row reach the limit   ┌── failure ──┐
///         ▼            │ ────────────────────────────────────► ▼             │
///         Up ──────────┘                                       Down ─────────┘
///              ◄──────────────────────────────────────────────
///                    answers in a row reach the limit
/// </code>
/// </remarks>
internal static class TrunkProbe
{
    /// <summary>A trunk is used until it was found down: an alert at start-up does not wait for a probe.</summary>
    public static TrunkProbeState Initial => new(IsUp: true, Streak: 0);

    /// <summary>Takes one outcome.</summary>
    public static TrunkProbeState Step(TrunkProbeState state, bool answered, SipTrunkProbeOptions options)
    {
        if (answered == state.IsUp)
        {
            return state with { Streak = 0 };
        }

        int streak = state.Streak + 1;
        int limit = Math.Max(1, state.IsUp ? options.FailuresToGoDown : options.SuccessesToComeBack);
        return streak >= limit ? new TrunkProbeState(answered, 0) : state with { Streak = streak };
    }

    /// <summary>How long to wait for the next OPTIONS: short while in doubt or down, so that both changes are seen soon.</summary>
    public static TimeSpan WaitAfter(TrunkProbeState state, SipTrunkProbeOptions options) =>
        state is { IsUp: true, Streak: 0 } ? options.Interval : options.DoubtInterval;
}
