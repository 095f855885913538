using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>Processes that die and disks that fill at drawn moments. The store's own replay refuses any entry that contradicts the ones before.</summary>
public sealed class FaultPropertyTests
{
    private static readonly Arbitrary<Plot> Plots = (
        from kills in Gen.Choose(1, 400).ListOf()
        from faults in Gen.Choose(1, 400).ListOf()
        from salt in Gen.Choose(0, 1000)
        from lines in Gen.Choose(1, 12)
        from stop in Gen.Choose(0, 3)
        select new Plot([.. kills.Take(5)], [.. faults.Take(3)], salt, lines, stop == 0)).ToArbitrary();

    [Fact]
    public void Whatever_dies_or_fills_nobody_is_lost_and_nobody_who_was_confirmed_is_called_again() =>
        Prop.ForAll(Plots, Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static void Survives(Plot plot)
    {
        var town = new Town(order => Behave(order.Point.Number.Digits, order.Number, plot.Salt), plot.Lines);
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 25).Select(i => town.Household(i * 2, numbers: 1 + (i % 2)))], lifetime: TimeSpan.FromMinutes(45)));
        var confirmed = new HashSet<Identifiers.RecipientId>();
        foreach (var seconds in plot.Faults)
        {
            town.Run(TimeSpan.FromSeconds(seconds / 4.0));
            town.Store.Fault = new AlertStoreException("full", isTransient: true);
            town.Run(TimeSpan.FromSeconds(seconds / 8.0));
            town.Store.Fault = null;
        }

        foreach (var seconds in plot.Kills)
        {
            town.Run(TimeSpan.FromSeconds(seconds));
            Watch(town, confirmed);
            var inFlight = town.Channel.InUse;
            var interrupted = Interrupted(town, alert);
            town = town.Restarted();
            Assert.InRange(Interrupted(town, alert) - interrupted, 0, inFlight);
        }

        if (plot.Stop && town.Store.Replays[alert].Phase != AlertPhase.Finished)
        {
            _ = town.Service.StopAsync(alert, "mayor", "enough");
            town.Pump();
            var calls = town.Channel.Calls.Count;
            town.Run(TimeSpan.FromHours(3));
            Assert.Equal(calls, town.Channel.Calls.Count);
        }

        town.Run(TimeSpan.FromHours(3));
        Watch(town, confirmed);
        var replay = town.Store.Replays[alert];
        Assert.Equal(AlertPhase.Finished, replay.Phase);
        Assert.All(replay.Recipients, row => Assert.True(row.IsFinal));
        Assert.All(replay.Attempts, attempt => Assert.NotEqual(AttemptOutcome.Open, attempt.Outcome));
        Assert.All(confirmed, id => Assert.Equal(RecipientScore.Confirmed, replay.Recipients.Single(row => row.Recipient.Id == id).Score));
        Assert.Equal(0, town.Channel.InUse);
        Assert.Equal(town.Store.Events.OfType<AlertFinished>().Single().Totals, replay.CountTotals());
    }

    private static int Interrupted(Town town, Identifiers.AlertId alert) =>
        town.Store.Replays[alert].Attempts.Count(a => a.Outcome == AttemptOutcome.Interrupted);

    private static void Watch(Town town, HashSet<Identifiers.RecipientId> confirmed)
    {
        Assert.Equal(0, town.Channel.Doubled);
        var heardIt = new Dictionary<Identifiers.RecipientId, DateTimeOffset>();
        foreach (var call in town.Channel.Calls)
        {
            Assert.DoesNotContain(call.Order.Recipient, confirmed);
            Assert.False(heardIt.ContainsKey(call.Order.Recipient), "called after the confirmation");
            if (call.Confirmed)
            {
                heardIt[call.Order.Recipient] = call.Begun;
            }
        }

        confirmed.UnionWith(heardIt.Keys);
    }

    private static Phone Behave(ulong digits, int number, int salt) => ((((int)(digits % 1000) * 7) + (number * 3) + salt) % 9) switch
    {
        0 or 1 => Phone.Presses1,
        2 => Phone.Listens,
        3 => Phone.Machine,
        4 => Phone.Busy,
        5 => Phone.Gone,
        6 => Phone.NetworkDown,
        7 => Phone.NeedsHelp,
        _ => Phone.NoAnswer,
    };

    private sealed record Plot(int[] Kills, int[] Faults, int Salt, int Lines, bool Stop);
}
