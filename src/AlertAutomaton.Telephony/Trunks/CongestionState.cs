namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What congestion control knows about one trunk. A value: <see cref="CongestionControl"/> returns the next one.</summary>
internal readonly record struct CongestionState
{
    /// <summary>The share of the configured pace that is used now, between <see cref="CongestionControl.LowestFactor"/> and 1.</summary>
    public required double Factor { get; init; }

    /// <summary>The last results, newest in bit 0; a set bit is a failure that speaks of congestion.</summary>
    public uint Failures { get; init; }

    /// <summary>The same results; a set bit is a refusal that may be the callee's or the trunk's.</summary>
    public uint Refusals { get; init; }

    /// <summary>How many of those bits are in use, at most <see cref="CongestionControl.Memory"/>.</summary>
    public int Known { get; init; }

    /// <summary>When the factor was last cut; null when never.</summary>
    public TimeSpan? LastCut { get; init; }

    /// <summary>When the factor last grew.</summary>
    public TimeSpan LastGrowth { get; init; }

    /// <summary>No new call before this moment (Retry-After).</summary>
    public TimeSpan PausedUntil { get; init; }

    /// <summary>The state of a trunk that has carried nothing yet.</summary>
    public static CongestionState Fresh => new() { Factor = 1 };
}
