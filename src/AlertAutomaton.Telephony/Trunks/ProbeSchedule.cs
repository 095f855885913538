namespace AlertAutomaton.Telephony.Trunks;

/// <summary>When a trunk is asked whether it lives. Pure.</summary>
internal static class ProbeSchedule
{
    /// <summary>How long a probe may take before it counts as unanswered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan WhileDown = TimeSpan.FromSeconds(5);

    /// <summary>The time between two probes: at once while calls wait on a mute trunk, often while it is down, else as configured.</summary>
    public static TimeSpan Interval(TrunkOptions options, TrunkHealth health, bool mute)
    {
        if (options.ProbeInterval <= TimeSpan.Zero)
        {
            return Timeout.InfiniteTimeSpan;
        }

        if (mute)
        {
            return TimeSpan.Zero;
        }

        return health == TrunkHealth.Down && options.ProbeInterval > WhileDown ? WhileDown : options.ProbeInterval;
    }
}
