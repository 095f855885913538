using System.Collections.Immutable;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>
/// Decides when traffic moves from one gateway to another. Pure.
/// <code>
///   down                      → at once, to the best that is up: well before slow, then by priority
///   slow, another one is well → to that one, unless traffic moved less than five minutes ago; never when all are slow
///   well, a better one is back → to that one, when it has been well for five minutes and the last move is as long ago
/// </code>
/// </summary>
public static class GatewaySwitch
{
    /// <summary>Takes a reading.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="readings">One per gateway, always in the same order; at least one.</param>
    /// <param name="now">A monotonic moment.</param>
    /// <param name="options">When to move.</param>
    /// <returns>What is known now.</returns>
    public static GatewaySwitchState Next(GatewaySwitchState state, ReadOnlySpan<GatewayReading> readings, TimeSpan now, GatewaySwitchOptions options)
    {
        var wellness = ImmutableArray.CreateBuilder<GatewayWellness>(readings.Length);
        for (var i = 0; i < readings.Length; i++)
        {
            var before = i < state.Gateways.Length ? state.Gateways[i] : default;
            var isSlow = IsSlow(readings[i], before.IsSlow, options);
            wellness.Add(new GatewayWellness(isSlow, readings[i].IsUp && !isSlow ? before.WellSince ?? now : null));
        }

        var next = state with { Gateways = wellness.MoveToImmutable() };
        if (state.Current < 0)
        {
            return next with { Current = Best(next, readings, _ => true) ?? BestUp(readings) ?? Lowest(readings) };
        }

        var target = Target(next, readings, now, options);
        return target == state.Current ? next : next with { Current = target, MovedAt = now };
    }

    private static int Target(GatewaySwitchState state, ReadOnlySpan<GatewayReading> readings, TimeSpan now, GatewaySwitchOptions options)
    {
        var current = state.Current;
        if (!readings[current].IsUp)
        {
            return Best(state, readings, _ => true) ?? BestUp(readings) ?? current;
        }

        if (state.MovedAt is { } moved && now - moved < options.BetweenMoves)
        {
            return current;
        }

        return (state.Gateways[current].IsSlow
            ? Best(state, readings, _ => true)
            : Best(state, readings, well => now - well.WellSince >= options.WellFor, readings[current].Priority)) ?? current;
    }

    private static bool IsSlow(in GatewayReading reading, bool wasSlow, GatewaySwitchOptions options)
    {
        if (reading.Texts < options.FewestTexts)
        {
            return false;
        }

        var share = (double)reading.Slow / reading.Texts;
        return share >= options.SlowShare || (wasSlow && share >= options.WellShare);
    }

    /// <summary>The well gateway with the lowest priority below a limit.</summary>
    private static int? Best(
        GatewaySwitchState state, ReadOnlySpan<GatewayReading> readings, Func<GatewayWellness, bool> admits, int below = int.MaxValue)
    {
        int? best = null;
        for (var i = 0; i < readings.Length; i++)
        {
            if (state.Gateways[i].WellSince is not null && admits(state.Gateways[i]) && readings[i].Priority < below)
            {
                (best, below) = (i, readings[i].Priority);
            }
        }

        return best;
    }

    private static int? BestUp(ReadOnlySpan<GatewayReading> readings)
    {
        int? best = null;
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i].IsUp && (best is null || readings[i].Priority < readings[best.Value].Priority))
            {
                best = i;
            }
        }

        return best;
    }

    private static int Lowest(ReadOnlySpan<GatewayReading> readings)
    {
        var lowest = 0;
        for (var i = 1; i < readings.Length; i++)
        {
            lowest = readings[i].Priority < readings[lowest].Priority ? i : lowest;
        }

        return lowest;
    }
}
