using AlertAutomaton.Alerting.Channels;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// The arithmetic: households in passes over a set of lines. A pass of n calls that hold a line for h lasts as many rounds of h as the
/// lines need, or as long as the starts per second need. The next pass follows when its wait is over and the lines are free: first
/// attempts go before repeats. Expected values, no chance.
/// </summary>
internal sealed class ForecastModel
{
    private const double LessThanHalfAHousehold = 0.5;

    /// <summary>The lines.</summary>
    public required ChannelCapacity Capacity { get; init; }

    /// <summary>How long a call holds a line that closes its household, and one that does not.</summary>
    public required TimeSpan ClosingTime { get; init; }

    /// <summary>How long a call holds a line that does not close its household.</summary>
    public required TimeSpan OtherTime { get; init; }

    /// <summary>The share of households closed by the n-th call, from 0; the last repeats.</summary>
    public required IReadOnlyList<double> Reached { get; init; }

    /// <summary>The wait before the n-th call, from the second on.</summary>
    public required IReadOnlyList<TimeSpan> Waits { get; init; }

    /// <summary>Until when attempts may begin, from now.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="fresh">Households not called yet.</param>
    /// <param name="again">Households called before and waiting for their next call.</param>
    /// <returns>The forecast from now on.</returns>
    public DeliveryForecast Run(double fresh, double again)
    {
        if (Capacity.Lines <= 0 || Capacity.StartsPerSecond <= 0)
        {
            return Empty((int)Math.Round(fresh + again));
        }

        var first = Pass(fresh, 0);
        var end = first.Length;
        var byLifetime = first.Length > Lifetime;
        var attempts = byLifetime ? fresh * (Lifetime / first.Length) : fresh;
        var reached = attempts * first.Share;
        var reachedAtFirst = reached;
        var left = fresh - reached + again;
        for (var pass = 1; pass <= Waits.Count && left >= LessThanHalfAHousehold && !byLifetime; pass++)
        {
            var wait = Waits[pass - 1];
            var next = Pass(left, pass);

            // The last of the pass before waits its full time; the lines may have been free earlier, but not for that one.
            var finished = Longer(end + next.Length, end + wait + OtherTime);
            if (end + wait >= Lifetime)
            {
                byLifetime = true;
                end = Longer(end, Lifetime);
                break;
            }

            attempts += left;
            reached += left * next.Share;
            left -= left * next.Share;
            end = finished;
        }

        var held = Mean(0).TotalSeconds;
        var perSecond = Math.Min(Capacity.Lines / Math.Max(held, 0.001), Capacity.StartsPerSecond);
        return new DeliveryForecast
        {
            Recipients = (int)Math.Round(fresh + again),
            FirstPass = first.Length,
            AllPasses = end > Lifetime + ClosingTime ? Lifetime + ClosingTime : end,
            Attempts = (int)Math.Round(attempts),
            ReachedByFirstPass = (int)Math.Round(reachedAtFirst),
            Reached = (int)Math.Round(reached),
            CallsPerMinute = perSecond * 60,
            LimitedBy = fresh + again <= Capacity.Lines && double.IsPositiveInfinity(Capacity.StartsPerSecond)
                ? ForecastLimit.None
                : Capacity.Lines / Math.Max(held, 0.001) <= Capacity.StartsPerSecond ? ForecastLimit.Lines : ForecastLimit.StartsPerSecond,
            EndsByLifetime = byLifetime,
        };
    }

    private (TimeSpan Length, double Share) Pass(double calls, int pass)
    {
        var share = Share(pass);
        if (calls < LessThanHalfAHousehold)
        {
            return (TimeSpan.Zero, share);
        }

        var held = Mean(pass).TotalSeconds;
        var byLines = Math.Ceiling(calls / Capacity.Lines) * held;
        var byStarts = double.IsPositiveInfinity(Capacity.StartsPerSecond) ? 0 : ((calls - 1) / Capacity.StartsPerSecond) + held;
        return (TimeSpan.FromSeconds(Math.Min(Math.Max(byLines, byStarts), 365.0 * 86_400)), share);
    }

    private double Share(int pass) => Math.Clamp(Reached[Math.Min(pass, Reached.Count - 1)], 0, 1);

    private TimeSpan Mean(int pass) => (Share(pass) * ClosingTime) + ((1 - Share(pass)) * OtherTime);

    private static DeliveryForecast Empty(int recipients) => new()
    {
        Recipients = recipients,
        FirstPass = TimeSpan.Zero,
        AllPasses = TimeSpan.Zero,
        Attempts = 0,
        ReachedByFirstPass = 0,
        Reached = 0,
        CallsPerMinute = 0,
        LimitedBy = ForecastLimit.NoLine,
        EndsByLifetime = false,
    };

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
