using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Tests.Delivery;
using AlertAutomaton.Alerting.Tests.Dispatch;

namespace AlertAutomaton.Alerting.Tests.Forecasts;

public sealed class ForecastTests
{
    private static readonly ForecastAssumptions Usual = new() { MessageLength = TimeSpan.FromSeconds(25) };

    [Theory]
    [InlineData(1000, 60)]
    [InlineData(300, 60)]
    [InlineData(1000, 10)]
    public void Three_passes_over_a_town_take_what_was_said_before_within_a_tenth(int households, int lines)
    {
        var town = new Town(order => Answers(order) ? Picks : Phone.NoAnswer, lines);
        var policy = BuiltInPolicies.Information with { QuietHours = null };
        var request = town.Request([.. Enumerable.Range(0, households).Select(i => town.Household(i))], policy, TimeSpan.FromHours(12));
        var forecast = town.Service.Forecast(request, Usual);

        var end = town.Finish(town.Launch(request));

        Assert.InRange(forecast.AllPasses / end.Duration, 0.9, 1.1);
        Assert.InRange((double)forecast.Attempts / end.Totals.Attempts, 0.9, 1.1);
        Assert.InRange((double)forecast.Reached / end.Totals.Confirmed, 0.9, 1.1);
    }

    [Fact]
    public void Machines_silent_listeners_busy_and_dead_numbers_are_in_the_figure()
    {
        var lived = new[] { 13, 14, 15 }.Select(seed => ForetoldAndLived(1000, 60, seed)).ToList();

        Assert.InRange(lived.Average(one => one.Forecast.AllPasses / one.End.Duration), 0.9, 1.1);
        Assert.All(lived, one =>
        {
            Assert.InRange(one.Forecast.AllPasses / one.End.Duration, 0.85, 1.15);
            Assert.InRange((double)one.Forecast.Attempts / one.End.Totals.Attempts, 0.9, 1.1);
            Assert.InRange((double)one.Forecast.Reached / (one.End.Totals.Confirmed + one.End.Totals.ProbablyHeard), 0.9, 1.1);
        });
    }

    [Fact]
    public void Small_towns_whose_last_retries_are_a_matter_of_luck_take_as_long_as_said_on_average()
    {
        var lived = Enumerable.Range(1, 8).Select(seed => ForetoldAndLived(150, 60, seed)).ToList();

        Assert.InRange(lived.Average(one => one.Forecast.AllPasses / one.End.Duration), 0.9, 1.1);
        Assert.All(lived, one => Assert.InRange(one.Forecast.AllPasses / one.End.Duration, 0.75, 1.3));
    }

    [Fact]
    public void The_rest_of_an_alert_is_foretold_from_where_its_households_stand()
    {
        var town = new Town(order => Mixed(order, 3), lines: 60);
        var policy = BuiltInPolicies.Alert with { Lanes = [BuiltInPolicies.Alert.Lanes[2] with { Lines = LineFilter.Any, Passes = 2 }] };
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 900).Select(i => town.Household(i))], policy, TimeSpan.FromHours(4)));
        var said = new List<(TimeSpan At, TimeSpan Left)>();
        for (var minutes = 8; minutes <= 24; minutes += 4)
        {
            town.Run(TimeSpan.FromMinutes(minutes) - town.Progress(alert).Duration);
            var now = town.Progress(alert);
            said.Add((now.Duration, AlertService.ForecastRest(
                now, town.Store.Replays[alert].Alert!, town.Channel.CapacityOf("a"), new ForecastAssumptions { MessageLength = TimeSpan.FromMinutes(2) }).AllPasses));
        }

        var took = town.Finish(alert).Duration;

        Assert.All(said, one => Assert.InRange((one.At + one.Left) / took, 0.9, 1.1));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Households_that_answer_a_text_before_their_call_are_not_called(double share)
    {
        var texts = new WrittenChannel();
        var town = new Town(order => Mixed(order, 13), lines: 20, texts: texts);
        var request = town.Request([.. Enumerable.Range(0, 600).Select(town.TextedHousehold)], TextsAndCalls, TimeSpan.FromHours(8));
        var forecast = town.Service.Forecast(request, Usual with { Calls = [MixedWays], TextsAnswered = share });

        var alert = town.Launch(request);
        town.Run(TimeSpan.FromSeconds(90));
        AnswerTexts(town, alert, texts, share);
        var end = town.Finish(alert);

        Assert.InRange(forecast.AllPasses / end.Duration, 0.88, 1.12);
        Assert.InRange(end.Duration, (forecast.AllPassesAtLeast ?? forecast.AllPasses) * 0.9, (forecast.AllPassesAtMost ?? forecast.AllPasses) * 1.1);
        Assert.Equal(share > 0, forecast.AllPassesAtMost > forecast.AllPasses);
    }

    [Fact]
    public void What_a_running_alert_shows_of_answered_texts_replaces_what_was_assumed()
    {
        var texts = new WrittenChannel();
        var town = new Town(order => Mixed(order, 13), lines: 20, texts: texts);
        var request = town.Request([.. Enumerable.Range(0, 600).Select(town.TextedHousehold)], TextsAndCalls, TimeSpan.FromHours(8));
        var assumed = Usual with { Calls = [MixedWays], TextsAnswered = 0.5 };
        var alert = town.Launch(request);
        var stored = town.Store.Replays[alert].Alert!;
        town.Run(TimeSpan.FromSeconds(20));
        var early = AlertService.ForecastRest(town.Progress(alert), stored, town.Channel.CapacityOf("a"), assumed);
        var pessimist = AlertService.ForecastRest(town.Progress(alert), stored, town.Channel.CapacityOf("a"), assumed with { TextsAnswered = 0 });
        Assert.True(early.AllPasses < pessimist.AllPasses * 0.7, $"{early.AllPasses} against {pessimist.AllPasses}");

        // Nobody answers: what was assumed is given up.
        town.Run(TimeSpan.FromSeconds(100));
        var progress = town.Progress(alert);
        var later = AlertService.ForecastRest(progress, stored, town.Channel.CapacityOf("a"), assumed);
        var took = town.Finish(alert).Duration;
        Assert.InRange((progress.Duration + later.AllPasses) / took, 0.88, 1.12);
    }

    [Fact]
    public void A_household_that_has_time_to_answer_its_text_holds_up_nobody_behind_it()
    {
        var town = new Town(order => Mixed(order, 13), lines: 20, texts: new WrittenChannel());
        Func<int, Alerting.Register.Contact>[] kinds = [town.TextedHousehold, i => town.Household(i)];
        var policy = TextsAndCalls with
        {
            Lanes =
            [
                TextsAndCalls.Lanes[0],
                TextsAndCalls.Lanes[1] with { OnlyWith = Alerting.Register.ChannelKind.Sms, StartAfter = TimeSpan.FromMinutes(10) },
                TextsAndCalls.Lanes[1] with { OnlyWithout = [Alerting.Register.ChannelKind.Sms] },
            ],
        };
        var request = town.Request([.. Enumerable.Range(0, 400).Select(i => kinds[i % 2](i))], policy, TimeSpan.FromHours(8));
        var forecast = town.Service.Forecast(request, Usual with { Calls = [MixedWays] });
        Assert.InRange(forecast.AllPasses / town.Finish(town.Launch(request)).Duration, 0.85, 1.15);
    }

    [Fact]
    public void New_calls_per_second_limit_a_wide_trunk()
    {
        var forecast = Forecast(600, new ChannelCapacity(200, 1));

        Assert.Equal(ForecastLimit.StartsPerSecond, forecast.LimitedBy);
        Assert.InRange(forecast.FirstPass.TotalSeconds, 600, 670);
        Assert.Equal(60, forecast.CallsPerMinute, 3);
    }

    [Fact]
    public void Without_a_line_it_says_that_it_would_never_begin() =>
        Assert.Equal(ForecastLimit.NoLine, Forecast(600, new ChannelCapacity(0, 1)).LimitedBy);

    [Fact]
    public void A_lifetime_that_is_too_short_is_said_so()
    {
        var forecast = Forecast(1000, new ChannelCapacity(10, double.PositiveInfinity), TimeSpan.FromMinutes(20));

        Assert.True(forecast.EndsByLifetime);
        Assert.True(forecast.AllPasses <= TimeSpan.FromMinutes(21));
        Assert.InRange(forecast.Attempts, 200, 300);
    }

    [Fact]
    public void A_town_a_hundred_times_larger_on_as_many_more_lines_takes_as_long()
    {
        var small = Forecast(1000, new ChannelCapacity(60, 2));
        var large = Forecast(100_000, new ChannelCapacity(6000, 200));

        Assert.InRange(large.AllPasses / small.AllPasses, 0.97, 1.03);
        Assert.InRange(large.Attempts / 100.0 / small.Attempts, 0.97, 1.03);
        Assert.InRange(large.Reached / 100.0 / small.Reached, 0.97, 1.03);
    }

    private static DeliveryPolicy TextsAndCalls { get; } = BuiltInPolicies.Alert with
    {
        Lanes = [BuiltInPolicies.Alert.Lanes[0], BuiltInPolicies.Alert.Lanes[2] with { Lines = LineFilter.Any, Passes = 2 }],
    };

    private static void AnswerTexts(Town town, Identifiers.AlertId alert, WrittenChannel texts, double share)
    {
        foreach (var recipient in texts.Sent.Select(order => order.Recipient).Where((_, i) => (i * 0.6180339887498949) % 1 < share).ToList())
        {
            town.Ask(town.Service.AcknowledgeAsync(alert, recipient, AcknowledgementOption.Safe, "sms-reply"));
        }
    }

    private static Phone Picks { get; } = new(AttemptOutcome.Acknowledged, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), AcknowledgementOption.Safe);

    private static Phone Machine { get; } = new(AttemptOutcome.Voicemail, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90));

    private static Phone Silent { get; } = new(AttemptOutcome.Heard, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(120));

    private static AssumedCall[] MixedWays { get; } =
    [
        new(AttemptOutcome.Acknowledged, 0.55, TimeSpan.FromSeconds(60)), new(AttemptOutcome.Voicemail, 0.2, TimeSpan.FromSeconds(110)),
        new(AttemptOutcome.Heard, 0.08, TimeSpan.FromSeconds(140)), new(AttemptOutcome.Busy, 0.04, TimeSpan.FromSeconds(1)),
        new(AttemptOutcome.InvalidNumber, 0.02, TimeSpan.FromSeconds(1)), new(AttemptOutcome.NoAnswer, 0.11, TimeSpan.FromSeconds(25)),
    ];

    private static Phone Mixed(DeliveryOrder order, int seed)
    {
        var drawn = (((order.Point.Number.Digits * 2654435761) ^ ((ulong)order.Number * 40503) ^ ((ulong)seed * 7919)) * 0x9E3779B97F4A7C15 >> 33) % 100;
        return drawn switch { < 55 => Picks, < 75 => Machine, < 83 => Silent, < 87 => Phone.Busy, < 89 => Phone.Gone, _ => Phone.NoAnswer };
    }

    private static (DeliveryForecast Forecast, AlertProgress End) ForetoldAndLived(int households, int lines, int seed)
    {
        var town = new Town(order => Mixed(order, seed), lines);
        var policy = BuiltInPolicies.Alert with { Lanes = [BuiltInPolicies.Alert.Lanes[2] with { Lines = LineFilter.Any, Passes = 2 }] };
        var request = town.Request([.. Enumerable.Range(0, households).Select(i => town.Household(i, numbers: 1 + (i % 2)))], policy, TimeSpan.FromHours(4));
        var forecast = town.Service.Forecast(request, Usual with { Calls = [MixedWays] });
        return (forecast, town.Finish(town.Launch(request)));
    }

    private static DeliveryForecast Forecast(int households, ChannelCapacity capacity, TimeSpan? lifetime = null)
    {
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var terms = new DeliveryTerms
        {
            Policy = BuiltInPolicies.Information with { QuietHours = null }, LaunchedAt = start, ExpiresAt = start + (lifetime ?? TimeSpan.FromHours(12)),
        };
        var points = PlannerSimulation.Numbers(1);
        return new ForecastModel { Capacity = capacity, Terms = terms, Ways = new CallWays(Usual), Start = start }.Run(
            households, shrink => Enumerable.Range(0, (int)Math.Round(households / shrink)).Select(_ => new ForecastHousehold(points, vulnerable: false)));
    }

    private static bool Answers(DeliveryOrder order)
    {
        // A spread of the household and the call that keeps the rates: 66 % at first, then 17 %, then 5 %.
        var drawn = ((order.Point.Number.Digits * 37) + ((ulong)order.Number * 61)) % 100;
        return drawn < order.Number switch { 1 => 66UL, 2 => 17UL, _ => 5UL };
    }
}
