using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>Shrinks a town to what is quickly lived through, simulates it, and says the result in the town's own figures.</summary>
internal sealed class ForecastModel
{
    /// <summary>A town is shrunk no further than to this number of lines: fewer would round the last calls too coarsely.</summary>
    private const int FewestLines = 8;

    /// <summary>Small towns are lived through several times: their last retries are a matter of luck, and the mean is what may be said.</summary>
    private const int LivedThrough = 1500;
    private const int MostLives = 9;

    /// <summary>The lines.</summary>
    public required ChannelCapacity Capacity { get; init; }

    /// <summary>Policy and times of the alert.</summary>
    public required DeliveryTerms Terms { get; init; }

    /// <summary>How calls go.</summary>
    public required CallWays Ways { get; init; }

    /// <summary>From when on.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How many households are lived through at most, where the lines allow it.</summary>
    public int Households { get; init; } = 3000;

    /// <summary>Works it out.</summary>
    /// <param name="total">Households that have no final state yet.</param>
    /// <param name="fresh">Gives every n-th of those not called yet.</param>
    /// <param name="others">Adds every n-th of those who had calls; null where nobody had.</param>
    /// <returns>The forecast from <see cref="Start"/> on.</returns>
    public DeliveryForecast Run(int total, Func<double, IEnumerable<ForecastHousehold>> fresh, Action<ForecastSimulation, double>? others = null)
    {
        if (Capacity.Lines <= 0 || Capacity.StartsPerSecond <= 0)
        {
            return Empty(total);
        }

        var shrink = Math.Max(1, Math.Min((double)total / Households, (double)Capacity.Lines / FewestLines));
        var lines = Math.Max(1, (int)Math.Round(Capacity.Lines / shrink));
        shrink = (double)Capacity.Lines / lines;
        var lives = Math.Clamp((int)(LivedThrough * shrink / Math.Max(total, 1)), 1, MostLives);
        var sums = (FirstPass: TimeSpan.Zero, Length: TimeSpan.Zero, Attempts: 0L, ReachedAtFirst: 0L, Reached: 0L, ByLifetime: 0);
        for (var life = 0; life < lives; life++)
        {
            Ways.Restart(life);
            var simulation = new ForecastSimulation(Terms, Ways, lines, Capacity.StartsPerSecond / shrink, Start);
            others?.Invoke(simulation, shrink);
            simulation.Run(fresh(shrink));
            sums = (
                sums.FirstPass + simulation.FirstPass, sums.Length + simulation.Length, sums.Attempts + simulation.Attempts,
                sums.ReachedAtFirst + simulation.ReachedAtFirst, sums.Reached + simulation.Reached, sums.ByLifetime + (simulation.EndsByLifetime ? 1 : 0));
        }

        var each = shrink / lives;
        var byLines = Capacity.Lines / Math.Max(Ways.MeanOfFirst.TotalSeconds, 0.001);
        return new DeliveryForecast
        {
            Recipients = total,
            FirstPass = sums.FirstPass / lives,
            AllPasses = sums.Length / lives,
            Attempts = (int)Math.Round(sums.Attempts * each),
            ReachedByFirstPass = (int)Math.Round(sums.ReachedAtFirst * each),
            Reached = Math.Min(total, (int)Math.Round(sums.Reached * each)),
            CallsPerMinute = Math.Min(byLines, Capacity.StartsPerSecond) * 60,
            LimitedBy = total <= Capacity.Lines && double.IsPositiveInfinity(Capacity.StartsPerSecond)
                ? ForecastLimit.None
                : byLines <= Capacity.StartsPerSecond ? ForecastLimit.Lines : ForecastLimit.StartsPerSecond,
            EndsByLifetime = 2 * sums.ByLifetime > lives,
        };
    }

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
}
