using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>A journal that contradicts, a disk that fills, a store that is lost.</summary>
public sealed class StoreTroubleTests
{
    [Fact]
    public void A_contradiction_in_one_household_holds_up_that_household_only()
    {
        var town = new Town(_ => Phone.Presses1);
        var contacts = Enumerable.Range(0, 20).Select(i => town.Household(i)).ToList();
        AttemptBegun? first = null;
        town.Store.Contradicts = e => e is AttemptBegun begun && begun.Recipient == (first ??= begun).Recipient ? "the number is wrong" : null;
        var alert = town.Launch(town.Request(contacts, lifetime: TimeSpan.FromMinutes(30)));

        town.Run(TimeSpan.FromMinutes(2));
        var later = town.Launch(town.Request([town.Household(50)]));
        var end = town.Finish(alert);

        Assert.Equal(19, end.Totals.Confirmed);
        Assert.Equal(AlertEnding.Expired, end.Ending);
        Assert.Equal(1, town.Finish(later).Totals.Confirmed);
        Assert.True(town.Service.Health.CanWork);
        Assert.Equal("the number is wrong", town.Service.Health.LastContradiction);
        Assert.InRange(town.Service.Health.Contradictions, 25, 31);
        Assert.Equal(0, town.Channel.InUse);
    }

    [Theory]
    [InlineData(typeof(AttemptEnded))]
    [InlineData(typeof(AlertFinished))]
    [InlineData(typeof(AlertExpired))]
    [InlineData(typeof(RecipientFinished))]
    [InlineData(typeof(Acknowledged))]
    public void Whatever_entry_is_refused_for_good_the_alert_ends_and_the_next_one_runs(Type refused)
    {
        var town = new Town(order => order.Point.Number.Digits % 2 == 0 ? Phone.Presses1 : Phone.NoAnswer);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 10).Select(i => town.Household(i))], lifetime: TimeSpan.FromMinutes(40)));
        town.Store.Contradicts = e => e.Alert == alert && e.GetType() == refused ? "no" : null;

        town.Finish(alert);
        var next = town.Finish(town.Launch(town.Request([town.Household(50)])));

        Assert.Equal(1, next.Totals.Confirmed);
        Assert.True(town.Service.Health.CanWork);
        Assert.Equal(0, town.Channel.InUse);
        Assert.Empty(town.Ask(town.Service.GetRunningAsync()));
    }

    [Fact]
    public void An_acknowledgement_that_its_attempt_cannot_carry_is_written_without_it_and_confirmed()
    {
        var town = new Town(_ => Phone.Presses1);
        town.Store.Contradicts = e => e is Acknowledged { Attempt: not null } ? "the attempt is not open" : null;
        var alert = town.Launch(town.Request([town.Household(1)]));

        var end = town.Finish(alert);

        Assert.True(Assert.Single(town.Channel.Calls).Confirmed);
        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal("attempt", Assert.Single(town.Store.Events.OfType<Acknowledged>()).Via);
    }

    [Fact]
    public void An_acknowledgement_that_is_refused_is_not_confirmed_and_the_household_is_called_again()
    {
        var town = new Town(_ => Phone.Presses1);
        var refusals = 0;
        town.Store.Contradicts = e => e is Acknowledged && ++refusals <= 2 ? "no" : null;
        var alert = town.Launch(town.Request([town.Household(1)]));

        var end = town.Finish(alert);

        Assert.Equal([false, true], town.Channel.Calls.Select(call => call.Confirmed));
        Assert.Equal(1, end.Totals.Confirmed);
    }

    [Fact]
    public void An_entry_that_waited_for_a_failing_store_and_is_then_refused_does_not_block_those_behind_it()
    {
        var town = new Town(_ => Phone.Presses1, lines: 3);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 6).Select(i => town.Household(i))], lifetime: TimeSpan.FromMinutes(30)));
        town.Run(TimeSpan.FromSeconds(10));
        town.Store.Fault = new AlertStoreException("busy", isTransient: true);
        town.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(3, town.Service.Health.Unwritten);
        var poisoned = false;
        town.Store.Contradicts = e => e is AttemptEnded && !poisoned && (poisoned = true) ? "no" : null;
        town.Store.Fault = null;

        town.Finish(alert);

        Assert.True(poisoned);
        Assert.Equal(5, town.Store.Events.OfType<AttemptEnded>().Select(e => e.Recipient).Distinct().Count());
        Assert.True(town.Service.Health.CanWork);
    }

    [Fact]
    public void A_full_disk_stops_new_calls_records_and_confirms_every_key_and_goes_on_alone()
    {
        var town = new Town(_ => Phone.Presses1, lines: 5);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 20).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(2));
        town.Store.IsFull = true;

        town.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(5, town.Channel.Calls.Count);
        Assert.All(town.Channel.Calls, call => Assert.True(call.Confirmed));
        Assert.Equal(5, town.Store.Events.OfType<AttemptEnded>().Count());
        Assert.True(town.Service.Health is { CanWork: false, NeedsSpace: true, IsFatal: false });
        var refused = town.Ask(town.Service.LaunchAsync(town.Request([town.Household(70)]), "full", CancellationToken.None));
        Assert.Equal(LaunchVerdict.StoreFull, refused.Verdict);

        town.Store.IsFull = false;
        town.Run(TimeSpan.FromSeconds(10));
        Assert.True(town.Service.Health.CanWork);
        Assert.True(town.Channel.Calls.Count > 5);
        Assert.Equal(20, town.Finish(alert).Totals.Confirmed);
    }

    [Fact]
    public async Task When_the_store_is_lost_calls_end_within_seconds_and_nothing_begins()
    {
        var town = new Town(order => order.Point.Number.Digits % 2 == 0 ? Phone.Listens with { Talks = TimeSpan.FromMinutes(3) } : Phone.NoAnswer, lines: 10);
        town.Launch(town.Request([.. Enumerable.Range(0, 20).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(8));
        Assert.Equal(10, town.Channel.InUse);

        town.Store.Fault = new AlertStoreException("disk I/O error", isTransient: false);
        town.Service.LoseStore("disk I/O error");
        town.Run(TimeSpan.FromSeconds(4));
        var over = town.Service.ShutDownAsync();
        town.Run(TimeSpan.FromSeconds(1));

        Assert.True(town.Service.Health.IsFatal);
        Assert.Equal(0, town.Channel.InUse);
        Assert.Equal(10, town.Channel.Calls.Count);
        await over.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        Assert.Equal(LaunchVerdict.StoreUnavailable, town.Ask(town.Service.LaunchAsync(town.Request([town.Household(70)]), "lost", CancellationToken.None)).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_pressed_in_a_call_that_outlives_its_alert_is_recorded_and_confirmed(bool stopped)
    {
        var town = new Town(_ => Phone.Presses1 with { PressesAfter = TimeSpan.FromSeconds(20) });
        var alert = town.Launch(town.Request([town.Household(1)], lifetime: TimeSpan.FromMinutes(5)));
        if (stopped)
        {
            town.Run(TimeSpan.FromSeconds(10));
            _ = town.Service.StopAsync(alert, "mayor", "over");
        }
        else
        {
            town = new Town(order => order.Number == 1 ? Phone.Busy : Phone.Presses1 with { PressesAfter = TimeSpan.FromSeconds(20) });
            alert = town.Launch(town.Request([town.Household(1)], lifetime: SecondCallOf(town) + TimeSpan.FromSeconds(15)));
        }

        var end = town.Finish(alert);

        Assert.Equal(stopped ? AlertEnding.Stopped : AlertEnding.Expired, end.Ending);
        Assert.True(town.Channel.Calls[^1].Confirmed);
        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal(end.Totals, town.Store.Replays[alert].CountTotals());
    }

    // When a household that was busy is called again under the policy of alerts, measured and not assumed.
    private static TimeSpan SecondCallOf(Town like)
    {
        var town = new Town(_ => Phone.Busy);
        var begun = town.Time.GetUtcNow();
        town.Launch(like.Request([town.Household(1)]));
        while (town.Channel.Calls.Count < 2)
        {
            town.Run(TimeSpan.FromSeconds(1));
        }

        return town.Channel.Calls[1].Begun - begun;
    }
}
