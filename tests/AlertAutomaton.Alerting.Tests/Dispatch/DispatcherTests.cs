using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

public sealed class DispatcherTests
{
    [Fact]
    public void A_resident_who_presses_1_is_not_called_again()
    {
        var town = new Town(_ => Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1, numbers: 3)]));

        var end = town.Finish(alert);

        Assert.Single(town.Channel.Calls);
        Assert.True(town.Channel.Calls[0].Confirmed);
        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal(AlertEnding.Completed, end.Ending);
    }

    [Fact]
    public void Every_attempt_is_on_disk_before_the_channel_is_asked()
    {
        Town? town = null;
        var onDisk = new List<bool>();
        town = new Town(order =>
        {
            onDisk.Add(town!.Store.Events.OfType<AttemptBegun>().Any(e => e.Attempt == order.Attempt));
            return Phone.NoAnswer;
        });

        town.Finish(town.Launch(town.Request([.. Enumerable.Range(0, 20).Select(i => town.Household(i))])));

        Assert.NotEmpty(onDisk);
        Assert.All(onDisk, Assert.True);
    }

    [Fact]
    public void A_night_of_retries_ends_with_the_lifetime_and_every_recipient_final()
    {
        var town = new Town(order => order.Point.Number.Digits % 3 == 0 ? Phone.Busy : Phone.NoAnswer, lines: 30);
        var start = town.Time.GetUtcNow();
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 100).Select(i => town.Household(i * 2, numbers: 2))], lifetime: TimeSpan.FromHours(8)));

        var end = town.Finish(alert);

        Assert.Equal(100, end.Totals.Final);
        Assert.Equal(100, end.Totals.Unreached);
        Assert.True(end.FinishedAt <= start + TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));
        Assert.All(town.Channel.Calls.GroupBy(c => c.Order.Recipient), calls => Assert.InRange(calls.Count(), 40, 120));
        Assert.Equal(town.Channel.Calls.Count, end.Totals.Attempts);
        Assert.Equal(end.Totals, town.Store.Replays[alert].CountTotals());
    }

    [Fact]
    public void Every_line_is_busy_while_work_remains()
    {
        var town = new Town(_ => new Phone(AttemptOutcome.Acknowledged, TimeSpan.Zero, TimeSpan.FromSeconds(3), AcknowledgementOption.Safe), lines: 60);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 1000).Select(i => town.Household(i))]));

        var end = town.Finish(alert);

        Assert.Equal(60, end.PeakInFlight);
        Assert.Equal(TimeSpan.FromSeconds(51), end.Duration);
    }

    [Fact]
    public void An_attempt_whose_line_is_free_again_is_no_call_in_flight()
    {
        var town = new Town(_ => Phone.Presses1 with { FreesLineEarly = true }, lines: 10);

        var end = town.Finish(town.Launch(town.Request([.. Enumerable.Range(0, 100).Select(i => town.Household(i))])));

        Assert.Equal(100, end.Totals.Confirmed);
        Assert.Equal(10, town.Channel.Peak);
        Assert.Equal(10, end.PeakInFlight);
    }

    [Fact]
    public void The_forecast_is_within_a_tenth_of_what_it_took()
    {
        var town = new Town(_ => new Phone(AttemptOutcome.Acknowledged, TimeSpan.Zero, TimeSpan.FromSeconds(3), AcknowledgementOption.Safe), lines: 60);
        var request = town.Request([.. Enumerable.Range(0, 1000).Select(i => town.Household(i))]);
        var forecast = town.Service.Forecast(request, new ForecastAssumptions
        {
            MessageLength = TimeSpan.FromSeconds(3),
            RingBeforeAnswer = TimeSpan.Zero,
            KeyTime = TimeSpan.Zero,
            ReachedByAttempt = [1.0],
        });

        var took = town.Finish(town.Launch(request)).Duration;

        Assert.InRange(forecast.AllPasses / took, 0.9, 1.1);
    }

    [Fact]
    public void The_forecast_of_the_rest_learns_from_what_was_shown()
    {
        var town = new Town(_ => new Phone(AttemptOutcome.Acknowledged, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), AcknowledgementOption.Safe), lines: 20);
        var request = town.Request([.. Enumerable.Range(0, 1000).Select(i => town.Household(i))]);
        var alert = town.Launch(request);
        town.Run(TimeSpan.FromSeconds(60));
        var half = town.Progress(alert);

        var rest = AlertService.ForecastRest(
            half,
            town.Store.Replays[alert].Alert!,
            town.Channel.CapacityOf("a"),
            new ForecastAssumptions { MessageLength = TimeSpan.FromSeconds(60) });
        var took = town.Finish(alert).Duration - half.Duration;

        Assert.InRange(rest.FirstPass / took, 0.9, 1.1);
    }

    [Fact]
    public void Vulnerable_households_are_called_first_and_first_calls_go_before_repeats()
    {
        var town = new Town(_ => Phone.Busy, lines: 1);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 100).Select(i => town.Household(i, vulnerable: i % 10 == 9))], lifetime: TimeSpan.FromMinutes(10)));

        town.Finish(alert);

        var firsts = town.Channel.Calls.Take(100).ToList();
        Assert.All(firsts, call => Assert.Equal(1, call.Order.Number));
        Assert.All(firsts.Take(10), call => Assert.Equal(9UL, call.Order.Point.Number.Digits % 10));
    }

    [Fact]
    public void Nothing_begins_after_a_stop_has_answered()
    {
        var town = new Town(_ => Phone.NoAnswer, lines: 5);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 50).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(10));

        var answer = town.Ask(town.Service.StopAsync(alert, "mayor", "false alarm"));
        var before = town.Channel.Calls.Count;
        var end = town.Finish(alert);

        Assert.Equal(CommandVerdict.Done, answer);
        Assert.Equal(before, town.Channel.Calls.Count);
        Assert.Equal(0, town.Channel.InUse);
        Assert.Equal(AlertEnding.Stopped, end.Ending);
        Assert.Equal(50, end.Totals.Final);
        Assert.All(town.Store.Replays[alert].Recipients, row => Assert.Equal(FinishReason.Stopped, row.Reason));
    }

    [Fact]
    public void A_call_that_talks_may_end_after_a_stop_and_its_key_still_counts()
    {
        var town = new Town(_ => new Phone(AttemptOutcome.Acknowledged, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), AcknowledgementOption.Safe));
        var alert = town.Launch(town.Request([town.Household(1)]));
        town.Run(TimeSpan.FromSeconds(5));

        town.Ask(town.Service.StopAsync(alert, "mayor", "over"));
        var end = town.Finish(alert);

        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal(FinishReason.Acknowledged, town.Store.Replays[alert].Recipients[0].Reason);
    }

    [Fact]
    public void A_pause_holds_new_calls_back_until_resumed()
    {
        var town = new Town(_ => Phone.Presses1, lines: 1);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 10).Select(i => town.Household(i))]));
        town.Ask(town.Service.PauseAsync(alert, "officer", "thinking"));
        town.Run(TimeSpan.FromMinutes(5));
        Assert.Single(town.Channel.Calls);

        town.Ask(town.Service.ResumeAsync(alert, "officer"));

        Assert.Equal(10, town.Finish(alert).Totals.Confirmed);
    }

    [Fact]
    public void A_failure_of_the_network_tries_another_line_at_once_and_costs_the_household_nothing()
    {
        var town = new Town(order => order.Number <= 2 ? Phone.NetworkDown : Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1)]));

        town.Finish(alert);

        Assert.Equal(["a", "b", "a"], town.Channel.Calls.Select(c => c.Line));
        Assert.Equal(town.Channel.Calls[0].Ended, town.Channel.Calls[1].Begun);
        Assert.Equal(TimeSpan.FromSeconds(5), town.Channel.Calls[2].Begun - town.Channel.Calls[1].Ended);
    }

    [Fact]
    public void An_exception_of_a_channel_loses_nobody()
    {
        var town = new Town(order => order.Number == 1 ? new Phone(AttemptOutcome.Heard, TimeSpan.Zero, Fault: new InvalidOperationException("boom")) : Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1)]));

        Assert.Equal(1, town.Finish(alert).Totals.Confirmed);
        Assert.Equal(AttemptOutcome.Network, town.Store.Replays[alert].Attempts[0].Outcome);
        Assert.Contains("InvalidOperationException", town.Store.Replays[alert].Attempts[0].Detail);
    }

    [Fact]
    public void A_number_that_two_households_share_is_never_rung_twice_at_once_nor_within_the_floor()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var first = town.Household(1);
        var second = first with { Id = ContactId.New(town.Time), Name = "The neighbours" };

        town.Finish(town.Launch(town.Request([first, second])));

        Assert.Equal(0, town.Channel.Doubled);
        var calls = town.Channel.Calls;
        Assert.True(calls.Count > 4);
        for (var i = 1; i < calls.Count; i++)
        {
            Assert.True(calls[i].Begun - calls[i - 1].Ended >= BuiltInPolicies.Alert.NumberFloor);
        }
    }

    [Fact]
    public void The_same_key_launches_once_and_another_order_with_it_is_a_conflict()
    {
        var town = new Town(_ => Phone.Presses1);
        var request = town.Request([town.Household(1)]);
        var alert = town.Launch(request, "key-1");

        var again = town.Ask(town.Service.LaunchAsync(request, "key-1", CancellationToken.None));
        var other = town.Ask(town.Service.LaunchAsync(request with { Title = "Fire" }, "key-1", CancellationToken.None));

        Assert.Equal(new LaunchResult(LaunchVerdict.AlreadyAccepted, alert, again.Faults), again);
        Assert.Equal(LaunchVerdict.KeyConflict, other.Verdict);
    }

    [Fact]
    public void A_real_alert_gets_its_lines_before_an_exercise()
    {
        var town = new Town(_ => Phone.Presses1, lines: 2);
        town.Launch(town.Request([.. Enumerable.Range(0, 20).Select(i => town.Household(i))], kind: AlertKind.Exercise));
        var real = town.Launch(town.Request([.. Enumerable.Range(100, 20).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(15.5));

        Assert.All(town.Channel.Calls.Skip(2), call => Assert.Equal(real, call.Order.Alert.Id));
        Assert.Equal(4, town.Channel.Calls.Count);
    }

    [Fact]
    public void Two_real_alerts_share_the_lines()
    {
        var town = new Town(_ => Phone.Presses1, lines: 1);
        var a = town.Launch(town.Request([.. Enumerable.Range(0, 20).Select(i => town.Household(i))]));
        var b = town.Launch(town.Request([.. Enumerable.Range(100, 20).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(300));

        Assert.InRange(town.Channel.Calls.Count(c => c.Order.Alert.Id == a), 10, 11);
        Assert.InRange(town.Channel.Calls.Count(c => c.Order.Alert.Id == b), 9, 11);
    }

    [Fact]
    public void A_number_that_no_line_serves_ends_unreached_without_a_call()
    {
        var town = new Town(_ => Phone.Presses1);
        Assert.True(AlertAutomaton.Alerting.PhoneNumbers.E164Number.TryParse("+12125550100", out var foreign));
        var contact = town.Household(1) with { Points = [ContactPoint.Voice(ContactPointId.New(town.Time), foreign)] };

        var end = town.Finish(town.Launch(town.Request([contact])));

        Assert.Empty(town.Channel.Calls);
        Assert.Equal(1, end.Totals.Unreached);
        Assert.Equal(3, end.Totals.Attempts);
    }

    [Fact]
    public void A_household_without_a_number_that_may_be_called_is_final_at_once()
    {
        var town = new Town(_ => Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1) with { Points = [] }, town.Household(2)]));

        town.Finish(alert);

        Assert.Equal(FinishReason.NoUsablePoint, town.Store.Replays[alert].Recipients[0].Reason);
    }

    [Fact]
    public void A_call_back_closes_the_household_and_help_is_counted()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var alert = town.Launch(town.Request([town.Household(1), town.Household(2)]));
        town.Run(TimeSpan.FromMinutes(1));
        var recipient = town.Store.Replays[alert].Recipients[0].Recipient.Id;

        var answer = town.Ask(town.Service.AcknowledgeAsync(alert, recipient, AcknowledgementOption.NeedsHelp, "call-back"));
        var calls = town.Channel.Calls.Count(c => c.Order.Recipient == recipient);
        var end = town.Finish(alert);

        Assert.Equal(CommandVerdict.Done, answer);
        Assert.Equal(calls, town.Channel.Calls.Count(c => c.Order.Recipient == recipient));
        Assert.Equal(1, end.Totals.HelpRequests);
        Assert.Equal(1, end.Totals.Confirmed);
    }

    [Fact]
    public void A_call_that_an_answer_elsewhere_cut_says_nothing_about_phones()
    {
        var town = new Town(_ => Phone.NoAnswer with { SaysThatItRang = true });
        var alert = town.Launch(town.Request([town.Household(1), town.Household(2)]));
        town.Run(TimeSpan.FromSeconds(5));
        var recipient = town.Store.Replays[alert].Recipients[0].Recipient.Id;

        town.Ask(town.Service.AcknowledgeAsync(alert, recipient, AcknowledgementOption.Safe, "sms-reply"));
        town.Run(TimeSpan.FromMinutes(1));

        var first = Assert.Single(town.Progress(alert).Shown.Calls, figures => figures.Call == 1);
        Assert.Equal((AttemptOutcome.NoAnswer, 1), (first.Outcome, first.Count));
        Assert.Equal(AttemptOutcome.NoAnswer, town.Store.Replays[alert].Attempts[0].Outcome);
    }

    [Fact]
    public void A_recipient_can_be_looked_up_while_its_alert_runs()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var household = town.Household(1);
        var alert = town.Launch(town.Request([household]));
        town.Run(TimeSpan.FromMinutes(1));
        var recipient = town.Store.Replays[alert].Recipients[0].Recipient.Id;

        var found = town.Ask(town.Service.FindRecipientAsync(alert, recipient));
        Assert.Equal((alert, household.Language), (found!.Alert.Id, found.Language));
        Assert.Equal(household.Points, found.Points);

        town.Finish(alert);
        Assert.Null(town.Ask(town.Service.FindRecipientAsync(alert, recipient)));
    }

    [Fact]
    public void A_point_withdrawn_from_the_register_is_not_called_any_more()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var household = town.Household(1, numbers: 2);
        var alert = town.Launch(town.Request([household]));
        town.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(1, town.Ask(town.Service.CloseContactPointAsync(household.Points[0].Id, PointVerdict.Withdrawn, "moved away")));
        town.Finish(alert);

        Assert.Single(town.Channel.Calls, c => c.Order.Point.Id == household.Points[0].Id);
    }

    [Fact]
    public void A_channel_that_hangs_gives_its_household_back_after_the_limit()
    {
        var town = new Town(order => order.Number == 1 ? Phone.NoAnswer with { Hangs = true } : Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1)]));

        var end = town.Finish(alert);

        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal("the channel did not end the attempt", town.Store.Replays[alert].Attempts[0].Detail);
    }
}
