using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>The forecast before a launch: who goes over which lines, and how long the slowest of them takes.</summary>
internal static class LaunchForecast
{
    /// <summary>
    /// Works it out for the calls of a launch that begins now. How many answer in writing before they are called is the least certain of all
    /// assumptions, so the figure comes with those for nobody and for twice as many.
    /// </summary>
    public static DeliveryForecast Of(
        LaunchRequest request, ForecastAssumptions assumptions, IReadOnlyList<IDeliveryChannel> channels, NumberPolicy numbers, DateTimeOffset now)
    {
        var expected = Once(request, assumptions, channels, numbers, now);
        var writes = request.Policy.Lanes.Any(lane => lane.Channel is ChannelKind.Sms or ChannelKind.Email && channels.Any(channel => channel.Kind == lane.Channel));
        if (!writes || assumptions is { TextsAnswered: 0, MailsAnswered: 0 })
        {
            return expected;
        }

        var most = Once(request, assumptions with { TextsAnswered = 0, MailsAnswered = 0 }, channels, numbers, now).AllPasses;
        var least = Once(request, Twice(assumptions), channels, numbers, now).AllPasses;
        return expected with
        {
            AllPassesAtLeast = least < expected.AllPasses ? least : expected.AllPasses,
            AllPassesAtMost = most > expected.AllPasses ? most : expected.AllPasses,
        };
    }

    private static ForecastAssumptions Twice(ForecastAssumptions assumptions) => assumptions with
    {
        TextsAnswered = Math.Min(1, 2 * assumptions.TextsAnswered),
        MailsAnswered = Math.Min(1, 2 * assumptions.MailsAnswered),
    };

    private static DeliveryForecast Once(
        LaunchRequest request, ForecastAssumptions assumptions, IReadOnlyList<IDeliveryChannel> channels, NumberPolicy numbers, DateTimeOffset now)
    {
        var voice = channels.FirstOrDefault(channel => channel.Kind == ChannelKind.Voice);
        var perRoute = new Dictionary<string, List<(ContactPoint[] Points, bool Vulnerable)>>(StringComparer.Ordinal);
        foreach (var contact in request.Audience)
        {
            ContactPoint[] points = [.. contact.Points.Where(point => channels.Any(channel => channel.Kind == point.Kind) && numbers.Allows(point))];
            var first = Array.FindIndex(points, point => point.Kind == ChannelKind.Voice);
            var route = first < 0 ? null : voice?.RouteOf(new RouteRequest(points[first], null, null));
            if (string.IsNullOrEmpty(route))
            {
                continue;
            }

            if (!perRoute.TryGetValue(route, out var households))
            {
                perRoute.Add(route, households = []);
            }

            households.Add((points, contact.Vulnerable));
        }

        var terms = TermsOf(request, channels, numbers, now);
        var forecasts = perRoute.Select(pair => Model(voice!.CapacityOf(pair.Key)).Run(pair.Value.Count, shrink => Every(pair.Value, shrink))).ToList();
        if (forecasts.Count == 0)
        {
            return Model(default).Run(request.Audience.Count, _ => []);
        }

        var slowest = forecasts.MaxBy(forecast => forecast.AllPasses)!;
        return slowest with
        {
            Recipients = forecasts.Sum(forecast => forecast.Recipients),
            FirstPass = forecasts.Max(forecast => forecast.FirstPass),
            Attempts = forecasts.Sum(forecast => forecast.Attempts),
            ReachedByFirstPass = forecasts.Sum(forecast => forecast.ReachedByFirstPass),
            Reached = forecasts.Sum(forecast => forecast.Reached),
            CallsPerMinute = forecasts.Sum(forecast => forecast.CallsPerMinute),
        };

        ForecastModel Model(ChannelCapacity capacity) => new() { Capacity = capacity, Terms = terms, Ways = new CallWays(assumptions), Start = now };
    }

    /// <summary>The terms that a launch at this moment would have.</summary>
    public static DeliveryTerms TermsOf(LaunchRequest request, IReadOnlyList<IDeliveryChannel> channels, NumberPolicy numbers, DateTimeOffset now) => new()
    {
        Policy = request.Policy,
        LaunchedAt = now,
        ExpiresAt = now + request.Lifetime,
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
        Numbers = numbers,
        EventAt = request.EventAt,
        Channels = channels.Select(channel => channel.Kind).ToHashSet(),
    };

    private static IEnumerable<ForecastHousehold> Every(List<(ContactPoint[] Points, bool Vulnerable)> households, double shrink)
    {
        for (var at = 0; at * shrink < households.Count; at++)
        {
            var (points, vulnerable) = households[(int)(at * shrink)];
            yield return new ForecastHousehold(points, vulnerable);
        }
    }
}
