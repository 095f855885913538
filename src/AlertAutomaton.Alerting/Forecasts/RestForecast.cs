using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// The forecast of the rest of a running alert. What was assumed fades with every call that ended; after <see cref="EnoughShown"/> only
/// what the alert has shown counts.
/// </summary>
internal static class RestForecast
{
    /// <summary>How many calls the assumptions weigh at first.</summary>
    private const double AssumptionsWeigh = 10;

    /// <summary>After how many calls they weigh nothing.</summary>
    private const double EnoughShown = 30;

    /// <summary>Works it out.</summary>
    public static DeliveryForecast Of(AlertProgress progress, Alert alert, ChannelCapacity capacity, ForecastAssumptions assumptions)
    {
        var shown = progress.Shown;
        var closingTime = assumptions.RingBeforeAnswer + assumptions.MessageLength + assumptions.KeyTime;
        var first = assumptions.ReachedByAttempt[0];
        var assumedMean = (first * closingTime) + ((1 - first) * assumptions.RingTimeout);
        var mean = TimeSpan.FromSeconds(Blend(assumedMean.TotalSeconds, shown.LineTime.TotalSeconds, shown.Ended));
        var reached = new List<double> { Blend(first, shown.FirstClosing, shown.FirstEnded) };
        var later = shown.Ended - shown.FirstEnded;
        for (var i = 1; i < Math.Max(2, assumptions.ReachedByAttempt.Count); i++)
        {
            var assumed = assumptions.ReachedByAttempt[Math.Min(i, assumptions.ReachedByAttempt.Count - 1)];
            reached.Add(Blend(assumed, shown.Closing - shown.FirstClosing, later));
        }

        var totals = progress.Totals;
        var open = Math.Max(0, totals.Recipients - totals.Final);
        var fresh = Math.Clamp(totals.Recipients - shown.FirstEnded, 0, open);
        var model = new ForecastModel
        {
            Capacity = capacity,
            ClosingTime = mean,
            OtherTime = mean,
            Reached = reached,
            Waits = PolicyWaits.Of(alert.Policy, 1, alert.Lifetime),
            Lifetime = alert.ExpiresAt > progress.At ? alert.ExpiresAt - progress.At : TimeSpan.Zero,
        };
        return model.Run(fresh, open - fresh);
    }

    private static double Blend(double assumed, double sum, long count)
    {
        var weight = AssumptionsWeigh * Math.Max(0, 1 - (count / EnoughShown));
        return ((assumed * weight) + sum) / (weight + count);
    }
}
