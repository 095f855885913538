using System.Numerics;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// Additive increase, multiplicative decrease of one trunk's pace. Pure: state and evidence in, state out.
/// </summary>
/// <remarks>
/// One failure is one number's bad luck: trunks hand through a 503 that belongs to a single destination. Two among the last ten, or
/// failures with nothing accepted, are the trunk's. Retry-After (RFC 3261 §20.33, §21.5.4) pauses the trunk only in that second case;
/// in the first it delays only its own recipient, or one sick number could silence an alert. A cut is made at most once a second,
/// because the failures of one second are one event. Growth is a tenth of the configured pace per healthy second.
/// </remarks>
internal static class CongestionControl
{
    /// <summary>How many results are remembered.</summary>
    public const int Memory = 20;

    /// <summary>The factor never falls below this share of the configured pace, so that recovery is always noticed.</summary>
    public const double LowestFactor = 1.0 / 32;

    private const int Window = 10;
    private const uint MemoryMask = (1u << Memory) - 1;
    private const int StormRefusals = 18;
    private static readonly TimeSpan CutInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GrowthStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Takes in what one call told.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="evidence">What the call told about the trunk.</param>
    /// <param name="retryAfter">The Retry-After that came with it.</param>
    /// <param name="now">Monotonic time.</param>
    public static CongestionState After(CongestionState state, CallEvidence evidence, TimeSpan? retryAfter, TimeSpan now) => evidence switch
    {
        CallEvidence.Accepted => Grow(Remember(state, failed: false, refused: false), now),
        CallEvidence.Overloaded or CallEvidence.Unreachable => Suffer(Remember(state, failed: true, refused: false), retryAfter, now),
        // 480 is a phone that is off. Only when nearly everything comes back so is it the trunk that turns us away.
        CallEvidence.AmbiguousRefusal => Refused(Remember(state, failed: false, refused: true), now),
        _ => state,
    };

    /// <summary>Failures among the last ten results.</summary>
    public static int RecentFailures(CongestionState state) => BitOperations.PopCount(state.Failures & ((1u << Window) - 1));

    private static CongestionState Remember(CongestionState state, bool failed, bool refused) => state with
    {
        Failures = ((state.Failures << 1) | (failed ? 1u : 0u)) & MemoryMask,
        Refusals = ((state.Refusals << 1) | (refused ? 1u : 0u)) & MemoryMask,
        Known = Math.Min(Memory, state.Known + 1),
    };

    private static CongestionState Grow(CongestionState state, TimeSpan now)
    {
        if (state.Factor >= 1)
        {
            return state with { LastGrowth = now };
        }

        TimeSpan healthy = now - state.LastGrowth;
        double steps = Math.Clamp(healthy / GrowthStep, 0, 1);
        return state with { Factor = Math.Min(1, state.Factor + (0.1 * steps)), LastGrowth = now };
    }

    private static CongestionState Suffer(CongestionState state, TimeSpan? retryAfter, TimeSpan now)
    {
        bool storm = RecentFailures(state) >= 2 || (state.Known >= 2 && BitOperations.PopCount(state.Failures) == state.Known);
        if (!storm)
        {
            return state;
        }

        CongestionState cut = Cut(state, now);
        if (retryAfter is not { } asked || asked <= TimeSpan.Zero)
        {
            return cut;
        }

        TimeSpan until = now + (asked > LongestPause ? LongestPause : asked);
        return until > cut.PausedUntil ? cut with { PausedUntil = until } : cut;
    }

    private static CongestionState Refused(CongestionState state, TimeSpan now) =>
        state.Known >= Memory && BitOperations.PopCount(state.Failures | state.Refusals) > StormRefusals ? Cut(state, now) : state;

    private static CongestionState Cut(CongestionState state, TimeSpan now) =>
        state.LastCut is { } last && now - last < CutInterval
            ? state
            : state with { Factor = Math.Max(LowestFactor, state.Factor / 2), LastCut = now, LastGrowth = now };
}
