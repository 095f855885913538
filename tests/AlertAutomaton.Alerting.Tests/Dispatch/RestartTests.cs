using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

public sealed class RestartTests
{
    [Fact]
    public void A_dead_process_is_continued_nobody_who_acknowledged_is_called_again_and_at_most_one_call_each_repeats()
    {
        var town = new Town(order => order.Point.Number.Digits % 2 == 0 ? Phone.Presses1 : Phone.NoAnswer, lines: 7);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 60).Select(i => town.Household(i))], lifetime: TimeSpan.FromHours(1)));
        town.Run(TimeSpan.FromSeconds(97));
        var acknowledged = town.Store.Events.OfType<Acknowledged>().Select(e => e.Recipient).ToHashSet();
        var inFlight = town.Progress(alert).InFlight;
        Assert.True(acknowledged.Count > 5 && inFlight > 0);

        var next = town.Restarted();
        var end = next.Finish(alert);

        Assert.DoesNotContain(next.Channel.Calls, call => acknowledged.Contains(call.Order.Recipient));
        Assert.Equal(60, end.Totals.Final);
        Assert.Equal(30, end.Totals.Confirmed);
        var attempts = next.Store.Replays[alert].Attempts;
        Assert.InRange(attempts.Count(a => a.Outcome == AttemptOutcome.Interrupted), 1, inFlight);
        Assert.InRange(attempts.Count(a => a.DoubtfulRepeat), 1, inFlight);
    }

    [Fact]
    public void An_acknowledgement_on_disk_closes_its_attempt_as_acknowledged_and_the_standing_call_is_hung_up()
    {
        var cleaner = new RecordingCleaner();
        var town = new Town(_ => Phone.Presses1);
        var alert = town.Launch(town.Request([town.Household(1)]));
        town.Run(TimeSpan.FromSeconds(7));

        var next = town.Restarted(cleaner);
        next.Finish(alert);

        Assert.Empty(next.Channel.Calls);
        Assert.Equal(AttemptOutcome.Acknowledged, next.Store.Replays[alert].Attempts[0].Outcome);
        Assert.Equal([$"dialog-{town.Channel.Calls[0].Order.Attempt}"], cleaner.HungUp);
    }

    [Fact]
    public void A_stopped_alert_stays_stopped_after_a_restart()
    {
        var town = new Town(_ => Phone.NoAnswer, lines: 3);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 10).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(10));
        _ = town.Service.StopAsync(alert, "mayor", "over");
        town.Pump();

        var next = town.Restarted();
        next.Run(TimeSpan.FromHours(3));

        Assert.Empty(next.Channel.Calls);
        Assert.Equal(AlertPhase.Finished, next.Store.Replays[alert].Phase);
        Assert.Equal(10, next.Store.Replays[alert].CountTotals().Final);
    }

    [Fact]
    public void A_restart_keeps_the_floor_between_two_calls_to_one_number()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var alert = town.Launch(town.Request([town.Household(1)]));
        town.Run(TimeSpan.FromSeconds(10));
        var died = town.Time.GetUtcNow();

        var next = town.Restarted();
        next.Finish(alert);

        Assert.Equal(TimeSpan.FromMinutes(1), next.Channel.Calls[0].Begun - died);
        Assert.Equal("+33162000000", next.Channel.Calls[0].CallerId);
    }

    [Fact]
    public void A_store_that_fails_for_a_while_stops_new_calls_alarms_and_loses_no_fact()
    {
        var town = new Town(_ => Phone.Presses1, lines: 2);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 10).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(4));
        town.Store.Fault = new AlertStoreException("disk full: free some space", isTransient: true);
        town.Run(TimeSpan.FromMinutes(2));

        Assert.Equal(2, town.Channel.Calls.Count);
        Assert.All(town.Channel.Calls, call => Assert.False(call.Confirmed));
        Assert.False(town.Service.Health.CanWork);
        Assert.True(town.Service.Health.Unwritten >= 4);

        town.Store.Fault = null;
        var end = town.Finish(alert);

        Assert.True(town.Service.Health.CanWork);
        Assert.Equal(10, end.Totals.Confirmed);
        Assert.Equal(10, town.Channel.Calls.Count);
    }

    [Fact]
    public void A_failed_sync_stops_the_engine_for_good_and_what_was_acknowledged_aloud_is_on_disk()
    {
        var town = new Town(_ => Phone.Presses1, lines: 2);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 10).Select(i => town.Household(i))]));
        town.Run(TimeSpan.FromSeconds(18));
        town.Store.Fault = new AlertStoreException("I/O error", isTransient: false);
        town.Run(TimeSpan.FromMinutes(10));
        town.Store.Fault = null;
        town.Run(TimeSpan.FromMinutes(10));
        Assert.True(town.Service.Health.IsFatal);
        var called = town.Channel.Calls.Count;
        var confirmed = town.Channel.Calls.Where(c => c.Confirmed).Select(c => c.Order.Recipient).ToHashSet();
        Assert.True(called < 10);

        var next = town.Restarted();
        next.Finish(alert);

        Assert.DoesNotContain(next.Channel.Calls, c => confirmed.Contains(c.Order.Recipient));
        Assert.Equal(10, next.Store.Replays[alert].CountTotals().Confirmed);
    }

    private sealed class RecordingCleaner : IStandingCallCleaner
    {
        public List<string> HungUp { get; } = [];

        public Task HangUpAsync(string dialogIdentity, CancellationToken ct)
        {
            HungUp.Add(dialogIdentity);
            return Task.CompletedTask;
        }
    }
}
