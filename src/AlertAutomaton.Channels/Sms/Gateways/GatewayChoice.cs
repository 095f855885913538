namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>Which gateway carries one text, among those that serve its number. Pure.</summary>
public static class GatewayChoice
{
    /// <summary>
    /// The gateway in use, if it serves the number, is up, and did not just fail for this text; else the best of the others: well before slow,
    /// then by priority; the one that just failed only when no other one is up.
    /// </summary>
    /// <param name="state">Where traffic goes.</param>
    /// <param name="readings">One per gateway.</param>
    /// <param name="serving">The gateways that serve the number, as a bit per place.</param>
    /// <param name="avoid">The place of the gateway that just failed; −1 when none did.</param>
    /// <returns>Its place; −1 when none that serves the number is up.</returns>
    public static int For(GatewaySwitchState state, ReadOnlySpan<GatewayReading> readings, ulong serving, int avoid)
    {
        var best = -1;
        for (var i = 0; i < readings.Length; i++)
        {
            if ((serving >> i & 1) != 0 && readings[i].IsUp && (best < 0 || Rank(state, readings, i, avoid).CompareTo(Rank(state, readings, best, avoid)) < 0))
            {
                best = i;
            }
        }

        return best;
    }

    // Tuples compare from left to right, false before true.
    private static (bool JustFailed, bool NotInUse, bool Slow, int Priority) Rank(
        GatewaySwitchState state, ReadOnlySpan<GatewayReading> readings, int place, int avoid) =>
        (place == avoid, place != state.Current, place < state.Gateways.Length && state.Gateways[place].IsSlow, readings[place].Priority);
}
