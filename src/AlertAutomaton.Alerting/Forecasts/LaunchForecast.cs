using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>The forecast before a launch: who goes over which lines, and how long the slowest of them takes.</summary>
internal static class LaunchForecast
{
    /// <summary>Works it out for the calls of a launch.</summary>
    public static DeliveryForecast Of(
        LaunchRequest request, ForecastAssumptions assumptions, IReadOnlyList<IDeliveryChannel> channels, NumberPolicy numbers)
    {
        var voice = channels.FirstOrDefault(channel => channel.Kind == ChannelKind.Voice);
        var perRoute = new Dictionary<string, int>(StringComparer.Ordinal);
        var callable = 0;
        var points = 0;
        foreach (var contact in request.Audience)
        {
            string? route = null;
            foreach (var point in contact.Points)
            {
                if (point.Kind == ChannelKind.Voice && numbers.Allows(point))
                {
                    points++;
                    route ??= voice?.RouteOf(new RouteRequest(point, null, null));
                }
            }

            if (!string.IsNullOrEmpty(route))
            {
                callable++;
                perRoute[route] = perRoute.GetValueOrDefault(route) + 1;
            }
        }

        var waits = PolicyWaits.Of(request.Policy, callable == 0 ? 1 : (int)Math.Round((double)points / callable), request.Lifetime);
        var forecasts = perRoute.Select(pair => Model(voice!.CapacityOf(pair.Key), assumptions, waits, request.Lifetime).Run(pair.Value, 0)).ToList();
        if (forecasts.Count == 0)
        {
            return Model(default, assumptions, waits, request.Lifetime).Run(request.Audience.Count, 0);
        }

        var slowest = forecasts.MaxBy(forecast => forecast.AllPasses)!;
        return slowest with
        {
            Recipients = callable,
            FirstPass = forecasts.Max(forecast => forecast.FirstPass),
            Attempts = forecasts.Sum(forecast => forecast.Attempts),
            ReachedByFirstPass = forecasts.Sum(forecast => forecast.ReachedByFirstPass),
            Reached = forecasts.Sum(forecast => forecast.Reached),
            CallsPerMinute = forecasts.Sum(forecast => forecast.CallsPerMinute),
        };
    }

    private static ForecastModel Model(ChannelCapacity capacity, ForecastAssumptions assumptions, IReadOnlyList<TimeSpan> waits, TimeSpan lifetime) => new()
    {
        Capacity = capacity,
        ClosingTime = assumptions.RingBeforeAnswer + assumptions.MessageLength + assumptions.KeyTime,
        OtherTime = assumptions.RingTimeout,
        Reached = assumptions.ReachedByAttempt,
        Waits = waits,
        Lifetime = lifetime,
    };
}
