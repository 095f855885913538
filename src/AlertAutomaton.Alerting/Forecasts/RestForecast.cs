using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>The forecast of the rest of a running alert: from where its households stand, with calls that go as this alert has shown.</summary>
internal static class RestForecast
{
    /// <summary>It is asked for again and again, so it lives through less than the forecast of a launch.</summary>
    private const int Households = 1000;

    /// <summary>Works it out.</summary>
    public static DeliveryForecast Of(AlertProgress progress, Alert alert, ChannelCapacity capacity, ForecastAssumptions assumptions)
    {
        var standing = progress.Standing;
        var terms = DeliveryTerms.Of(alert, NumberPolicy.AllowAll);
        var open = Math.Max(0, progress.Totals.Recipients - progress.Totals.Final);
        var notCalled = Math.Min(standing.Fresh, open);
        var answering = (int)Math.Round(Math.Min(standing.Written, notCalled) * WrittenShare(progress, assumptions));
        var fresh = notCalled - answering;
        var ready = Math.Max(0, open - notCalled - standing.Waiting.Sum(group => group.Count) - standing.Calling.Sum(group => group.Count));
        var model = new ForecastModel
        {
            Capacity = capacity,
            Terms = terms,
            Ways = new CallWays(assumptions, progress.Shown),
            Start = progress.At,
            Households = Households,
        };
        var made = 0;
        var forecast = model.Run(
            open - answering,
            shrink => Enumerable.Range(0, (int)Math.Round(fresh / shrink)).Select(_ => New()),
            (simulation, shrink) =>
            {
                foreach (var group in standing.Calling)
                {
                    Add(group, shrink, household => simulation.Talks(household, group.Time));
                }

                foreach (var group in standing.Waiting.Append(new StandingGroup(1, TimeSpan.Zero, ready)))
                {
                    Add(group, shrink, household => simulation.Waits(household, progress.At + group.Time));
                }
            });

        return forecast with { Recipients = open, Reached = forecast.Reached + answering };

        // Households of this many numbers: where the mean is 1.4, two in five have two.
        ForecastHousehold New() => new(Numbers((int)((++made * standing.NumbersPerHousehold) + 0.5) - (int)(((made - 1) * standing.NumbersPerHousehold) + 0.5)), vulnerable: false);

        void Add(StandingGroup group, double shrink, Action<ForecastHousehold> add)
        {
            for (var i = 0; i < (int)Math.Round(group.Count / shrink); i++)
            {
                var household = New();
                household.HadCalls(group.Calls, terms, model.Ways);
                household.Plan(terms, progress.At, model.Ways);
                add(household);
            }
        }
    }

    /// <summary>
    /// The share of those written to and not called yet that will still answer before their call. Answers fade, so as many more are expected as
    /// came in the last minute; what is assumed counts only while there was hardly time to answer.
    /// </summary>
    private static double WrittenShare(AlertProgress progress, ForecastAssumptions assumptions)
    {
        var standing = progress.Standing;
        var all = standing.Written + standing.WrittenAnswered;
        if (all == 0)
        {
            return 0;
        }

        var shown = (double)standing.AnsweredLately / Math.Max(1, standing.Written + standing.AnsweredLately);
        if (progress.Duration >= assumptions.TextAnswerTime)
        {
            return shown;
        }

        var answered = (double)standing.WrittenAnswered / all;
        return Math.Max(shown, answered < 1 ? (assumptions.TextsAnswered - answered) / (1 - answered) : 0);
    }

    private static ContactPoint[] Numbers(int count)
    {
        var points = new ContactPoint[Math.Clamp(count, 1, Contact.MaximumPoints)];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = E164Number.TryParse($"+331990000{i:00}", out var number) ? ContactPoint.Voice(default, number) : default;
        }

        return points;
    }
}
