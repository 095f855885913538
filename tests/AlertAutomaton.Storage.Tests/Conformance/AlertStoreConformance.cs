using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <summary>What every store must do, whatever engine it stands on. A provider's tests derive from this class.</summary>
public abstract partial class AlertStoreConformance : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    private IAlertStore? _store;
    private Town? _town;

    private protected ManualTimeProvider Time { get; } = new();

    private protected IAlertStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected Town Town => _town ??= new Town(Time);

    /// <summary>Opens a store over the same data each time.</summary>
    private protected abstract Task<IAlertStore> OpenAsync();

    /// <summary>Closes what <see cref="OpenAsync"/> opened.</summary>
    private protected abstract Task CloseAsync(IAlertStore store);

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync(Store);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_whole_story_leaves_rows_that_equal_the_replay_of_the_journal()
    {
        AlertOrder order = Town.Order(6);
        await Store.AcceptAsync(order, s_none);
        await TellStory(order);
        await AssertRowsEqualReplay(order.Alert.Id);

        AlertRow? row = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.Equal(1, row!.Totals.HelpRequests);
        Assert.Equal(2, row.Totals.Confirmed);
        Assert.Equal(5, row.Totals.Attempts);
    }

    [Fact]
    public async Task Everything_is_there_again_after_closing_and_opening()
    {
        AlertOrder order = Town.Order(6);
        await Store.AcceptAsync(order, s_none);
        await TellStory(order);
        AlertRow? before = await Store.GetAlertAsync(order.Alert.Id, s_none);
        await Reopen();
        AlertRow? after = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.Equal(before!.Totals, after!.Totals);
        Assert.Equal(before.JournalLength, after.JournalLength);
        await Store.AppendAsync(Town.Pause(order), s_none);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task A_restart_finds_open_attempts_with_what_is_needed_to_hang_up()
    {
        AlertOrder order = Town.Order(4);
        await Store.AcceptAsync(order, s_none);
        AttemptBegun first = Town.Begin(order, 0);
        await Store.AppendAsync(first, s_none);
        await Store.AppendAsync(Town.End(first, AttemptOutcome.Busy, RecipientScore.Unreached), s_none);
        AttemptBegun second = Town.Begin(order, 0, number: 2);
        await Store.AppendAsync(second, s_none);
        await Store.AppendAsync(Town.Answer(second, "{\"callId\":\"x@y\"}"), s_none);
        await Store.AppendAsync(Town.Hear(second), s_none);
        await Store.AppendAsync(Town.Acknowledge(second), s_none);
        await Store.AppendAsync(Town.Close(order, 1, 1), s_none);
        await Store.AppendAsync(Town.Finish(order, 3, RecipientScore.Unreached, FinishReason.NoUsablePoint), s_none);
        await Reopen();

        UnfinishedAlert unfinished = Assert.Single(await Store.LoadUnfinishedAsync(s_none));
        Assert.Equal(order.Alert.Id, unfinished.Alert.Id);
        Assert.Equal(AlertPhase.Running, unfinished.Phase);
        Assert.Equal(4, unfinished.Totals.Recipients);
        Assert.Equal([order.Recipients[0], order.Recipients[1], order.Recipients[2]], unfinished.Recipients.Select(recipient => recipient.Recipient));

        UnfinishedRecipient called = unfinished.Recipients[0];
        Assert.Equal([AttemptOutcome.Busy, AttemptOutcome.Open], called.Attempts.Select(attempt => attempt.Outcome));
        Assert.Equal(7, called.Attempts[0].RetryAfterSeconds);
        Assert.Equal("operator", called.Attempts[0].Line);
        Assert.Equal("+33162000000", called.CallerId);
        Assert.Equal(AcknowledgementOption.Safe, called.Acknowledgement);
        OpenAttempt open = Assert.Single(called.Open);
        Assert.Equal(second.Attempt, open.Attempt);
        Assert.Equal(2, open.Number);
        Assert.Equal("{\"callId\":\"x@y\"}", open.DialogIdentity);
        Assert.True(open.Heard);
        Assert.True(open.Acknowledged);
        Assert.Equal(2u, unfinished.Recipients[1].ClosedPoints);
        Assert.Empty(unfinished.Recipients[2].Attempts);
    }

    [Fact]
    public async Task A_stopped_alert_keeps_only_recipients_with_open_attempts_unfinished()
    {
        AlertOrder order = Town.Order(5);
        await Store.AcceptAsync(order, s_none);
        AttemptBegun begun = Town.Begin(order, 1);
        await Store.AppendAsync(begun, s_none);
        await Store.AppendAsync(Town.Stop(order), s_none);
        UnfinishedAlert unfinished = Assert.Single(await Store.LoadUnfinishedAsync(s_none));
        Assert.Equal(AlertPhase.Ending, unfinished.Phase);
        Assert.Equal(AlertEnding.Stopped, unfinished.Ending);
        Assert.Equal(4, unfinished.Totals.Final);
        Assert.Equal(order.Recipients[1], Assert.Single(unfinished.Recipients).Recipient);

        await Store.AppendAsync(Town.End(begun, AttemptOutcome.NotSent, RecipientScore.Unreached, FinishReason.Stopped), s_none);
        AlertRow? row = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.Equal(5, row!.Totals.Final);
        Assert.Equal("false alarm", row.Reason);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task A_finished_alert_is_not_unfinished_but_still_takes_a_late_acknowledgement()
    {
        AlertOrder order = Town.Order(2);
        await Store.AcceptAsync(order, s_none);
        await Store.AppendAsync(Town.Expire(order), s_none);
        AlertRow? ending = await Store.GetAlertAsync(order.Alert.Id, s_none);
        await Store.AppendAsync(new AlertFinished { Alert = order.Alert.Id, At = Time.GetUtcNow(), Ending = AlertEnding.Expired, Totals = ending!.Totals }, s_none);
        Assert.Empty(await Store.LoadUnfinishedAsync(s_none));
        await Store.AppendAsync(Town.CallBack(order, 1, AcknowledgementOption.NeedsHelp), s_none);
        AlertRow? row = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.Equal(AlertPhase.Finished, row!.Phase);
        Assert.Equal(Time.GetUtcNow(), row.FinishedAt);
        Assert.Equal(1, row.Totals.Confirmed);
        Assert.Equal(1, row.Totals.HelpRequests);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task Events_that_contradict_the_journal_are_refused_and_change_nothing()
    {
        AlertOrder order = Town.Order(2);
        AlertOrder other = Town.Order(1, key: "key-2");
        await Store.AcceptAsync(order, s_none);
        await Store.AcceptAsync(other, s_none);
        AttemptBegun begun = Town.Begin(order, 0);
        await Store.AppendAsync(begun, s_none);
        await Store.AppendAsync(Town.Finish(order, 1, RecipientScore.Unreached, FinishReason.NoUsablePoint), s_none);
        AlertEvent[] contradictions =
        [
            begun,
            Town.Begin(order, 0, number: 3),
            Town.Begin(order, 1),
            Town.Hear(Town.Begin(order, 0)),
            Town.End(Town.Begin(order, 0), AttemptOutcome.Busy, RecipientScore.Unreached),
            Town.Answer(begun with { Recipient = order.Recipients[1].Id }),
            Town.Finish(order, 1, RecipientScore.Unreached, FinishReason.Stopped),
            Town.CallBack(other, 0, AcknowledgementOption.Safe) with { Alert = order.Alert.Id },
            Town.Acknowledge(Town.Begin(order, 0)),
            Town.Pause(Town.Order(1, key: "key-3")),
        ];
        AlertRow? before = await Store.GetAlertAsync(order.Alert.Id, s_none);
        foreach (AlertEvent contradiction in contradictions)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Store.AppendAsync(contradiction, s_none));
        }

        AlertRow? after = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.Equal(before!.Totals, after!.Totals);
        Assert.Equal(before.JournalLength, after.JournalLength);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task Events_handed_over_without_waiting_are_stored_in_their_order()
    {
        AlertOrder order = Town.Order(1);
        await Store.AcceptAsync(order, s_none);
        AttemptBegun begun = Town.Begin(order, 0);
        List<Task> writes = [Store.AppendAsync(begun, s_none), Store.AppendAsync(Town.Answer(begun), s_none)];
        const string Keys = "0123456789*#01234567";
        writes.AddRange(Keys.Select(key => Store.AppendAsync(Town.Press(begun, key), s_none)));
        writes.Add(Store.AppendAsync(Town.End(begun, AttemptOutcome.CutShort, RecipientScore.Unreached), s_none));
        await Task.WhenAll(writes);
        AttemptRow attempt = Assert.Single((await Store.ListAttemptsAsync(new AttemptQuery(order.Alert.Id), s_none)).Rows);
        Assert.Equal(Keys, attempt.Keys);
        Assert.Null(attempt.DialogIdentity);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task Many_producers_at_once_lose_nothing_and_keep_the_chain()
    {
        AlertOrder[] orders = [Town.Order(64, key: "a"), Town.Order(64, key: "b")];
        await Task.WhenAll(orders.Select(order => Store.AcceptAsync(order, s_none)));
        await Task.WhenAll(Enumerable.Range(0, 128).Select(producer => Task.Run(async () =>
        {
            AlertOrder order = orders[producer % 2];
            for (int number = 1; number <= 5; number++)
            {
                AttemptBegun begun = Town.Begin(order, producer / 2, number);
                await Store.AppendAsync(begun, s_none);
                await Store.AppendAsync(Town.End(begun, AttemptOutcome.NoAnswer, RecipientScore.Unreached), s_none);
            }
        })));
        foreach (AlertOrder order in orders)
        {
            Assert.Equal(320, (await Store.GetAlertAsync(order.Alert.Id, s_none))!.Totals.Attempts);
            await AssertRowsEqualReplay(order.Alert.Id);
        }
    }

    [Fact]
    public void Any_sequence_of_events_is_judged_as_the_replay_judges_it()
    {
        Gen<int[]> script = Gen.Choose(0, 1_000_000).ArrayOf();
        Prop.ForAll(script.ToArbitrary(), steps => PlayAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    /// <summary>Makes an event of each number, possible or not, and asks the store and the replay what they think of it.</summary>
    private async Task PlayAsync(int[] steps)
    {
        AlertOrder order = Town.Order(3, key: Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        await Store.AcceptAsync(order, s_none);
        List<AlertEvent> told = [.. AlertOrderEntries.Of(order)];
        var begun = new List<AttemptBegun>();
        foreach (int step in steps)
        {
            Time.Advance(TimeSpan.FromMilliseconds(step % 1000));
            AlertEvent happened = RandomEvent.Of(step, Town, order, begun);
            bool possible = ReplayOf(told).TryApply(happened, out string? whyNot);
            Exception? refusal = await Record.ExceptionAsync(() => Store.AppendAsync(happened, s_none));
            if (possible != (refusal is null))
            {
                throw new InvalidDataException($"{happened}: the replay says {whyNot ?? "yes"}, the store says {refusal?.Message ?? "yes"}");
            }

            if (possible)
            {
                told.Add(happened);
                if (happened is AttemptBegun attempt)
                {
                    begun.Add(attempt);
                }
            }
        }

        await AssertRowsEqualReplay(order.Alert.Id);
    }

    private static AlertReplay ReplayOf(List<AlertEvent> events)
    {
        var replay = new AlertReplay();
        foreach (AlertEvent happened in events)
        {
            Assert.True(replay.TryApply(happened, out string? whyNot), whyNot);
        }

        return replay;
    }

    /// <summary>Recomputes the chain, replays the journal, and compares every row.</summary>
    private protected async Task AssertRowsEqualReplay(AlertId alert)
    {
        var replay = new AlertReplay();
        ReadOnlyMemory<byte> previous = JournalChain.Genesis;
        long sequence = 0;
        await foreach (JournalEntry entry in Store.ReadJournalAsync(alert, 0, s_none))
        {
            Assert.Equal(++sequence, entry.Sequence);
            Assert.True(JournalChain.Verify(entry, previous.Span), $"hash of entry {sequence}");
            Assert.True(AlertEventCodec.TryRead(entry, out AlertEvent? happened, out string? unreadable), unreadable);
            Assert.True(replay.TryApply(happened!, out string? contradiction), contradiction);
            previous = entry.Hash;
        }

        AlertRow row = (await Store.GetAlertAsync(alert, s_none))!;
        Assert.Equal(sequence, row.JournalLength);
        Assert.Equal(replay.CountTotals(), row.Totals);
        Assert.Equal((replay.Phase, replay.Ending, replay.Reason, replay.FinishedAt), (row.Phase, row.Ending, row.Reason, row.FinishedAt));
        Assert.Equal(replay.Recipients, await AllRecipients(new RecipientQuery(alert)));
        Assert.Equal(replay.Attempts, (await Store.ListAttemptsAsync(new AttemptQuery(alert) { Limit = 10_000 }, s_none)).Rows);
    }

    private async Task TellStory(AlertOrder order)
    {
        AttemptBegun busy = Town.Begin(order, 0);
        await Store.AppendAsync(busy, s_none);
        Time.Advance(TimeSpan.FromSeconds(4));
        await Store.AppendAsync(Town.End(busy, AttemptOutcome.Busy, RecipientScore.Unreached), s_none);
        AttemptBegun again = Town.Begin(order, 0, number: 2, doubtful: true);
        await Store.AppendAsync(again, s_none);
        await Store.AppendAsync(Town.Answer(again), s_none);
        await Store.AppendAsync(Town.Press(again, '2'), s_none);
        await Store.AppendAsync(Town.Acknowledge(again, AcknowledgementOption.NeedsHelp), s_none);
        await Store.AppendAsync(Town.End(again, AttemptOutcome.Acknowledged, RecipientScore.Confirmed, FinishReason.Acknowledged), s_none);
        AttemptBegun heard = Town.Begin(order, 1);
        await Store.AppendAsync(heard, s_none);
        await Store.AppendAsync(Town.Answer(heard, ""), s_none);
        await Store.AppendAsync(Town.Hear(heard), s_none);
        await Store.AppendAsync(Town.End(heard, AttemptOutcome.Heard, RecipientScore.ProbablyHeard, FinishReason.HeardEnough), s_none);
        AttemptBegun machine = Town.Begin(order, 2);
        await Store.AppendAsync(machine, s_none);
        await Store.AppendAsync(Town.End(machine, AttemptOutcome.Voicemail, RecipientScore.VoicemailOnly) with { VoicemailLeft = true }, s_none);
        await Store.AppendAsync(Town.Close(order, 3, 0), s_none);
        await Store.AppendAsync(Town.Close(order, 3, 1), s_none);
        await Store.AppendAsync(Town.Finish(order, 3, RecipientScore.Unreached, FinishReason.NoUsablePoint), s_none);
        await Store.AppendAsync(Town.Pause(order), s_none);
        await Store.AppendAsync(Town.Resume(order), s_none);
        await Store.AppendAsync(Town.CallBack(order, 4, AcknowledgementOption.Safe), s_none);
        AttemptBegun open = Town.Begin(order, 5);
        await Store.AppendAsync(open, s_none);
        await Store.AppendAsync(Town.Answer(open), s_none);
    }

    private async Task<List<RecipientRow>> AllRecipients(RecipientQuery query)
    {
        var rows = new List<RecipientRow>();
        string? after = null;
        do
        {
            Page<RecipientRow> page = await Store.ListRecipientsAsync(query with { After = after }, s_none);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private async Task Reopen()
    {
        await CloseAsync(Store);
        _store = await OpenAsync();
    }
}
