using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Tests.Dispatch;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Alerting.Tests.Usage;

/// <summary>What the engine says of its own work: before a launch, while it runs, and afterwards.</summary>
public sealed class EngineUsageTests
{
    private static readonly ForecastAssumptions Certain = new()
    {
        MessageLength = TimeSpan.FromSeconds(20),
        Calls = [[new AssumedCall(AttemptOutcome.Acknowledged, 1, TimeSpan.FromSeconds(50))]],
    };

    private static readonly TariffTable Prices = new()
    {
        PerMail = 0.001m,
        Destinations = [new Tariff { Prefix = "+33", PerSegment = 0.05m, PerMinute = 0.12m, StepSeconds = 60 }],
    };

    [Fact]
    public void The_cost_of_a_launch_is_calls_by_the_forecast_and_segments_by_recipient()
    {
        var town = new Town(_ => Phone.Presses1);
        var (service, _) = Engine(town.Time, new ScriptedChannel(town.Time, 10, _ => Phone.Presses1), new PostChannel(ChannelKind.Sms, 1), new PostChannel(ChannelKind.Email, 1));
        var request = town.Request([.. Enumerable.Range(0, 10).Select(i => Household(town, i, mail: i < 4))]);
        var forecast = service.Forecast(request, Certain);

        var cost = service.EstimateCost(request, forecast, Certain, Prices, (_, language) => language == "fr" ? 3 : 1);

        Assert.Equal(10, forecast.Attempts);
        Assert.Equal(
            new UsageFigures { CallsBegun = 10, CallsAnswered = 10, CallSeconds = 300, Texts = 10, Segments = 30, Mails = 4, Amount = (10 * 0.12m) + (30 * 0.05m) + (4 * 0.001m) },
            cost.Expected);
        Assert.Equal((3, true, "EUR"), (cost.SegmentsPerText, cost.HasPrices, cost.Currency));
    }

    [Fact]
    public void Texts_are_not_counted_where_no_gateway_is_set_up_nor_to_those_who_refuse_information()
    {
        var town = new Town(_ => Phone.Presses1);
        var everybody = town.Request([.. Enumerable.Range(0, 4).Select(i => Household(town, i, mail: true))], BuiltInPolicies.Information);
        var refusing = everybody with { Audience = [.. everybody.Audience.Select(contact => contact with { InformationRefusals = [ChannelKind.Sms] })] };
        var (texting, _) = Engine(town.Time, new ScriptedChannel(town.Time, 10, _ => Phone.Presses1), new PostChannel(ChannelKind.Sms, 1));

        Assert.Equal(0, Cost(town.Service, everybody).Expected.Texts);
        Assert.Equal(4, Cost(texting, everybody).Expected.Texts);
        Assert.Equal(0, Cost(texting, refusing).Expected.Texts);

        static LaunchCost Cost(AlertService service, LaunchRequest request) =>
            service.EstimateCost(request, service.Forecast(request, Certain), Certain, Prices, (_, _) => 1);
    }

    [Fact]
    public void A_number_without_a_price_is_said_and_not_guessed()
    {
        var town = new Town(_ => Phone.Presses1);
        var request = town.Request([town.Household(1), town.Household(2)]);
        var elsewhere = Prices with { Destinations = [new Tariff { Prefix = "+44", PerMinute = 1 }] };

        var expected = town.Service.EstimateCost(request, town.Service.Forecast(request, Certain), Certain, elsewhere, (_, _) => 1).Expected;

        Assert.Equal((0m, 2L, 2L), (expected.Amount, expected.Unpriced, expected.CallsAnswered));
    }

    [Fact]
    public void A_limit_that_a_vital_alert_goes_over_is_in_its_journal_and_makes_it_no_other_order()
    {
        var town = new Town(_ => Phone.Presses1);
        var request = town.Request([town.Household(1)]);
        var alert = town.Launch(request with { QuotaOverridden = "MonthlySegments: 101 used" }, "key");

        var again = town.Ask(town.Service.LaunchAsync(request, "key", CancellationToken.None));

        Assert.Equal("MonthlySegments: 101 used", town.Store.Events.OfType<AlertAccepted>().Single().QuotaOverridden);
        Assert.Equal((LaunchVerdict.AlreadyAccepted, alert), (again.Verdict, again.Alert));
        Assert.Equal(alert, town.Ask(town.Service.FindOrderAsync(Town.Organisation, "key", CancellationToken.None)));
    }

    [Fact]
    public async Task Attempts_and_reports_are_counted_once_each_by_channel_and_outcome()
    {
        var town = new Town(_ => Phone.Presses1);
        var texts = new PostChannel(ChannelKind.Sms, 2);
        var (service, pump) = Engine(town.Time, texts);
        var policy = BuiltInPolicies.Information with { QuietHours = null };
        var launched = service.LaunchAsync(town.Request([.. Enumerable.Range(0, 3).Select(i => Household(town, i, mail: false))], policy), "k", CancellationToken.None);
        pump();
        Assert.Equal(LaunchVerdict.Accepted, (await launched).Verdict);
        var before = Load(service, pump);

        Report(service, pump, texts.Sent[0].Attempt.ToString(), AttemptOutcome.Delivered);
        Report(service, pump, texts.Sent[1].Attempt.ToString(), AttemptOutcome.Expired);

        var counts = service.Feed.CountAttempts();
        Assert.Equal([new AttemptCount(ChannelKind.Sms, AttemptOutcome.Submitted, 3)], counts.Ended);
        Assert.Equal([new(ChannelKind.Sms, AttemptOutcome.Delivered, 1), new AttemptCount(ChannelKind.Sms, AttemptOutcome.Expired, 1)], counts.Reports);
        Assert.Equal(6, counts.Segments);
        Assert.Equal((1, 3), (before.Running, before.AwaitingReport[ChannelKind.Sms]));
        Assert.Equal(1, Load(service, pump).AwaitingReport[ChannelKind.Sms]);
    }

    [Fact]
    public void The_load_says_who_waits_for_a_line_who_for_a_time_and_what_is_open()
    {
        var town = new Town(order => order.Point.Address.EndsWith('0') ? Phone.Busy : Phone.Listens, lines: 2);
        town.Launch(town.Request([.. Enumerable.Range(0, 5).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(2));

        var load = town.Ask(town.Service.GetLoadAsync());

        Assert.Equal((1, 2, 2, 1), (load.Running, load.Open[ChannelKind.Voice], load.Ready, load.Waiting));
        Assert.Empty(load.AwaitingReport);
        Assert.Equal([ChannelKind.Voice], load.Channels);
    }

    private static EngineLoad Load(AlertService service, Action pump)
    {
        var load = service.GetLoadAsync();
        pump();
        return load.Result;
    }

    private static void Report(AlertService service, Action pump, string reference, AttemptOutcome outcome)
    {
        var place = Assert.Single(service.FindAttemptsAsync([reference], 1, CancellationToken.None).Result);
        var told = service.ReportDeliveryAsync(place, new DeliveryReport(outcome, "told"));
        pump();
        Assert.Equal(ReportVerdict.Recorded, told.Result);
    }

    private static (AlertService Service, Action Pump) Engine(ManualTimeProvider time, params Alerting.Channels.IDeliveryChannel[] channels)
    {
        var service = new AlertService(new MemoryStore(), channels, new DispatcherOptions(), time, NullLoggerFactory.Instance, cleaner: null, pumped: true);
        _ = service.StartAsync(CancellationToken.None);
        service.Dispatcher.Pump();
        return (service, service.Dispatcher.Pump);
    }

    private static Contact Household(Town town, int number, bool mail)
    {
        var contact = town.Household(number);
        return contact with
        {
            Points =
            [
                .. contact.Points,
                ContactPoint.Sms(Alerting.Identifiers.ContactPointId.New(town.Time), contact.Points[0].Number),
                .. mail ? [ContactPoint.Email(Alerting.Identifiers.ContactPointId.New(town.Time), $"h{number}@town.example")] : Array.Empty<ContactPoint>(),
            ],
        };
    }
}
