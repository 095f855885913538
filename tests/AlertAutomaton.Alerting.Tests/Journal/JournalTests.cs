using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Tests.Dispatch;

namespace AlertAutomaton.Alerting.Tests.Journal;

public sealed class JournalTests
{
    [Fact]
    public void Every_event_of_a_whole_alert_is_read_back_as_it_was_written()
    {
        var journal = LivedThrough(out _);

        foreach (var entry in journal)
        {
            Assert.True(AlertEventCodec.TryRead(entry, out var happened, out var whyNot), whyNot);
            Assert.Equal(entry.Payload.ToArray(), AlertEventCodec.Write(happened!, out var kind, out _));
            Assert.Equal(entry.Kind, kind);
        }
    }

    [Fact]
    public void An_edit_anywhere_breaks_the_chain_at_that_entry()
    {
        var journal = LivedThrough(out _);
        Assert.Equal(-1, FirstBroken(journal));
        for (var i = 0; i < journal.Count; i++)
        {
            var bytes = journal[i].Payload.ToArray();
            bytes[^2] ^= 1;
            var edited = journal.ToList();
            edited[i] = edited[i] with { Payload = bytes };
            Assert.Equal(i, FirstBroken(edited));
        }

        var moved = journal.ToList();
        moved[3] = moved[3] with { At = moved[3].At.AddTicks(1) };
        Assert.Equal(3, FirstBroken(moved));
        var missing = journal.ToList();
        missing.RemoveAt(2);
        Assert.Equal(2, FirstBroken(missing));
    }

    [Fact]
    public void The_replay_of_the_journal_equals_the_figures_the_engine_kept()
    {
        var journal = LivedThrough(out var totals);
        var replay = new AlertReplay();
        foreach (var entry in journal)
        {
            Assert.True(AlertEventCodec.TryRead(entry, out var happened, out _));
            Assert.True(replay.TryApply(happened!, out var whyNot), whyNot);
        }

        Assert.Equal(totals, replay.CountTotals());
        Assert.All(replay.Attempts, attempt => Assert.NotEqual(AttemptOutcome.Open, attempt.Outcome));
        Assert.All(replay.Recipients, row => Assert.True(row.IsFinal));
    }

    [Fact]
    public void A_journal_that_contradicts_itself_is_refused_with_the_reason()
    {
        var journal = LivedThrough(out _);
        var replay = new AlertReplay();
        var ended = journal.FindIndex(e => e.Kind == "ended");
        Assert.True(AlertEventCodec.TryRead(journal[ended], out var happened, out _));

        Assert.False(replay.TryApply(happened!, out var whyNot));
        Assert.Equal("the journal does not begin with the order", whyNot);
        foreach (var entry in journal.Take(ended + 1))
        {
            Assert.True(AlertEventCodec.TryRead(entry, out var e, out _));
            Assert.True(replay.TryApply(e!, out _));
        }

        Assert.False(replay.TryApply(happened!, out _));
    }

    [Fact]
    public void Hostile_payloads_are_refused_not_thrown()
    {
        var entry = LivedThrough(out _)[0];
        foreach (var payload in new[] { "", "null", "{", "[]", "{\"alert\":5}", "\"x\"", new string('[', 5000) })
        {
            Assert.False(AlertEventCodec.TryRead(entry with { Payload = System.Text.Encoding.UTF8.GetBytes(payload) }, out _, out var whyNot));
            Assert.NotNull(whyNot);
        }

        Assert.False(AlertEventCodec.TryRead(entry with { Kind = "gossip" }, out _, out _));
        Assert.False(AlertEventCodec.TryRead(entry with { Version = 2 }, out _, out _));
    }

    private static List<JournalEntry> LivedThrough(out Progress.AlertTotals totals)
    {
        var town = new Town(order => (order.Point.Number.Digits % 7) switch
        {
            0 => Phone.Presses1,
            1 => Phone.Listens,
            2 => Phone.Machine,
            3 => Phone.Busy,
            4 => Phone.Gone,
            5 => Phone.NeedsHelp,
            _ => Phone.NoAnswer,
        });
        var alert = town.Launch(town.Request([.. Enumerable.Range(0, 30).Select(i => town.Household(i * 3, numbers: (i % 3) + 1))], lifetime: TimeSpan.FromMinutes(40)));
        totals = town.Finish(alert).Totals;
        return town.Store.Journals[alert];
    }

    private static int FirstBroken(List<JournalEntry> journal)
    {
        var hash = JournalChain.Genesis;
        for (var i = 0; i < journal.Count; i++)
        {
            if (!JournalChain.Verify(journal[i], hash.Span))
            {
                return i;
            }

            hash = journal[i].Hash;
        }

        return -1;
    }
}
