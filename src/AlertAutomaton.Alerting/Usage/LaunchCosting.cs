using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>Works out what a launch will use and cost. Pure.</summary>
internal sealed class LaunchCosting
{
    /// <summary>What was forecast: how many calls.</summary>
    public required DeliveryForecast Forecast { get; init; }

    /// <summary>How calls go: how long they are.</summary>
    public required ForecastAssumptions Assumptions { get; init; }

    /// <summary>Policy, channels and numbers.</summary>
    public required DeliveryTerms Terms { get; init; }

    /// <summary>The prices.</summary>
    public required TariffTable Tariffs { get; init; }

    /// <summary>How many segments a text of the launch has in a language at most; at least 1.</summary>
    public required Func<LaunchRequest, string, int> SegmentsOf { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="request">What would be launched.</param>
    /// <param name="recipients">Who is warned.</param>
    /// <returns>The estimate.</returns>
    public LaunchCost Of(LaunchRequest request, IReadOnlyList<Recipient> recipients)
    {
        var segments = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var callable = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new Dictionary<(ChannelKind Channel, string Prefix, int Units), long>();
        foreach (var recipient in recipients)
        {
            if (recipient.Points.FirstOrDefault(point => point.Kind == ChannelKind.Voice && Terms.Numbers.Allows(point)) is { Number.IsEmpty: false } phone)
            {
                var prefix = PrefixOf(phone);
                callable[prefix] = callable.GetValueOrDefault(prefix) + 1;
            }

            CountWritten(recipient, written, SegmentsIn);
        }

        return new LaunchCost
        {
            Expected = written.Aggregate(Calls(callable), (sum, sent) => sum + Written(sent.Key.Channel, sent.Key.Prefix, sent.Key.Units, sent.Value)),
            Currency = Tariffs.Currency,
            HasPrices = !Tariffs.IsEmpty,
            SegmentsPerText = segments.Count == 0 ? 0 : segments.Values.Max(),
        };

        int SegmentsIn(string language)
        {
            if (!segments.TryGetValue(language, out var count))
            {
                segments.Add(language, count = Math.Max(1, SegmentsOf(request, language)));
            }

            return count;
        }
    }

    /// <summary>Adds what goes out to a recipient who answers nothing; summed up before it is priced, for there may be a million.</summary>
    private void CountWritten(Recipient recipient, Dictionary<(ChannelKind Channel, string Prefix, int Units), long> written, Func<string, int> segmentsIn)
    {
        var history = new RecipientHistory { Points = recipient.Points.AsSpan(), Attempts = [], Vulnerable = recipient.Vulnerable };
        for (var lane = 0; lane < Terms.Policy.Lanes.Count; lane++)
        {
            var rung = Terms.Policy.Lanes[lane];
            if (rung.Channel is not (ChannelKind.Sms or ChannelKind.Email) || (rung.OnEventDayAt is not null && Terms.EventAt is null))
            {
                continue;
            }

            var usable = LanePoints.Of(in history, Terms, lane);
            for (var at = 0; at < recipient.Points.Length; at++)
            {
                if ((usable & (1u << at)) != 0)
                {
                    var key = (rung.Channel, PrefixOf(recipient.Points[at]), rung.Channel == ChannelKind.Sms ? segmentsIn(recipient.Language) : 1);
                    written[key] = written.GetValueOrDefault(key) + (rung.Passes ?? 1);
                }
            }
        }
    }

    private UsageFigures Written(ChannelKind channel, string prefix, int units, long count) => UsageFigures.Of(
        new UsageGroup { Channel = channel, Line = string.Empty, Prefix = prefix, Begun = count, Units = count * units }, Tariffs);

    private UsageFigures Calls(Dictionary<string, int> callable)
    {
        var phones = callable.Values.Sum();
        if (phones == 0 || Forecast.Attempts == 0)
        {
            return UsageFigures.None;
        }

        var firsts = Math.Min(Forecast.Attempts, phones);
        var (answered, seconds, amount, unpriced) = (0m, 0m, 0m, 0m);
        foreach (var (count, ways) in new[] { (firsts, Answered(1)), (Forecast.Attempts - firsts, Answered(2)) })
        {
            foreach (var (share, length) in ways)
            {
                var calls = count * share;
                answered += calls;
                seconds += calls * length;
                foreach (var (prefix, households) in callable)
                {
                    var there = calls * households / phones;
                    var price = Tariffs.Find(prefix)?.OfCall(length);
                    amount += there * (price ?? 0);
                    unpriced += price is null ? there : 0;
                }
            }
        }

        return new UsageFigures
        {
            CallsBegun = Forecast.Attempts,
            CallsAnswered = (long)Math.Round(answered),
            CallSeconds = (long)Math.Round(seconds),
            Amount = amount,
            Unpriced = (long)Math.Round(unpriced),
        };
    }

    /// <summary>The ways in which a call is picked up: their share of all calls, and their seconds from the answer on.</summary>
    private List<(decimal Share, long Seconds)> Answered(int call)
    {
        var ways = Assumptions.WaysOf(call);
        var all = ways.Sum(way => way.Share);
        return all <= 0
            ? []
            :
            [
                .. ways.Where(way => way.Outcome is AttemptOutcome.Acknowledged or AttemptOutcome.WrongNumber or AttemptOutcome.Heard
                        or AttemptOutcome.CutShort or AttemptOutcome.Voicemail or AttemptOutcome.Fax)
                    .Select(way => ((decimal)(way.Share / all), Math.Max(1, (long)Math.Ceiling((way.LineTime - Assumptions.RingBeforeAnswer).TotalSeconds)))),
            ];
    }

    private string PrefixOf(ContactPoint point)
    {
        var number = point.Number.ToString();
        return number.Length > Tariffs.PrefixLength ? number[..Tariffs.PrefixLength] : number;
    }
}
