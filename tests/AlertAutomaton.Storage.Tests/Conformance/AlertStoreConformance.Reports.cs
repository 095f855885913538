using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Verification;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <content>What the network tells later, and the names under which it speaks of attempts.</content>
public abstract partial class AlertStoreConformance
{
    [Fact]
    public async Task Attempts_are_found_by_every_name_they_are_spoken_of_with_the_latest_first()
    {
        AlertOrder first = await Accepted(2, "first");
        AlertOrder second = await Accepted(2, "second");
        AttemptBegun early = Town.Begin(first, 0) with { References = ["to:+33639000000", "link:abc"] };
        AttemptBegun late = Town.Begin(second, 1) with { References = ["to:+33639000000"], At = early.At.AddSeconds(1) };
        await Store.AppendAsync(early, s_none);
        await Store.AppendAsync(late, s_none);
        await Store.AppendAsync(Town.End(early, AttemptOutcome.Submitted, RecipientScore.SentOnly) with { References = ["sms:gate:1", "sms:gate:2"], Units = 2 }, s_none);

        IReadOnlyList<AttemptPlace> toNumber = await Store.FindAttemptsAsync(["to:+33639000000"], 10, s_none);
        Assert.Equal([late.Attempt, early.Attempt], toNumber.Select(place => place.Attempt));
        Assert.Equal(late.Attempt, Assert.Single(await Store.FindAttemptsAsync(["to:+33639000000"], 1, s_none)).Attempt);
        AttemptPlace byId = Assert.Single(await Store.FindAttemptsAsync(["sms:gate:2", "sms:gate:1", "sms:gate:unknown"], 10, s_none));
        Assert.Equal(
            (early.Alert, early.Recipient, early.Attempt, 1, early.At, "operator", AttemptOutcome.Submitted, AlertPhase.Running),
            (byId.Alert, byId.Recipient, byId.Attempt, byId.Number, byId.Begun, byId.Line, byId.Outcome, byId.Phase));
        Assert.Empty(await Store.FindAttemptsAsync(["sms:other:1"], 10, s_none));
        Assert.Empty(await Store.FindAttemptsAsync([], 10, s_none));
    }

    [Fact]
    public async Task A_report_changes_the_attempt_and_leaves_a_final_recipient_as_it_is()
    {
        AlertOrder order = await Accepted(2, "reports");
        AttemptBegun open = Town.Begin(order, 0);
        AttemptBegun closed = Town.Begin(order, 1);
        foreach (AlertEvent happened in (AlertEvent[])
            [
                open, Town.End(open, AttemptOutcome.Submitted, RecipientScore.SentOnly), Town.Report(open, AttemptOutcome.Expired, RecipientScore.Unreached),
                closed, Town.End(closed, AttemptOutcome.Submitted, RecipientScore.SentOnly, FinishReason.AttemptsExhausted), Town.Report(closed, AttemptOutcome.Delivered, RecipientScore.Unreached),
            ])
        {
            await Store.AppendAsync(happened, s_none);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync(Town.Report(open, AttemptOutcome.Delivered, RecipientScore.SentOnly), s_none));
        List<RecipientRow> recipients = await AllRecipients(new RecipientQuery(order.Alert.Id));
        Assert.Equal([RecipientScore.Unreached, RecipientScore.SentOnly], recipients.Select(row => row.Score));
        Assert.Equal([null, FinishReason.AttemptsExhausted], recipients.Select(row => row.Reason));
        Assert.Equal(
            [AttemptOutcome.Expired, AttemptOutcome.Delivered],
            (await Store.ListAttemptsAsync(new AttemptQuery(order.Alert.Id), s_none)).Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task What_comes_after_the_end_is_in_the_same_chain_and_counted_apart()
    {
        AlertOrder order = await Accepted(2, "late");
        AttemptBegun[] texts = [Town.Begin(order, 0), Town.Begin(order, 1)];
        foreach (AttemptBegun text in texts)
        {
            await Store.AppendAsync(text, s_none);
            await Store.AppendAsync(Town.End(text, AttemptOutcome.Submitted, RecipientScore.SentOnly, FinishReason.AttemptsExhausted), s_none);
        }

        LateAcknowledged late = new() { Alert = order.Alert.Id, At = texts[0].At.AddHours(3), Recipient = order.Recipients[1].Id, Option = AcknowledgementOption.NeedsHelp, Via = "sms-reply" };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync(late, s_none));
        AlertTotals before = (await Store.GetAlertAsync(order.Alert.Id, s_none))!.Totals;
        await Store.AppendAsync(new AlertFinished { Alert = order.Alert.Id, At = texts[0].At.AddHours(1), Ending = AlertEnding.Completed, Totals = before }, s_none);

        await Store.AppendAsync(Town.Report(texts[0], AttemptOutcome.Delivered, RecipientScore.Unreached, FinishReason.AttemptsExhausted) with { Late = true, Next = null, Final = null }, s_none);
        await Store.AppendAsync(late, s_none);
        await Store.AppendAsync(late with { Option = AcknowledgementOption.Safe, At = late.At.AddMinutes(1) }, s_none);

        AlertRow row = (await Store.GetAlertAsync(order.Alert.Id, s_none))!;
        Assert.Equal(before with { LateAnswers = 1 }, row.Totals);
        Assert.Equal((2, 0, 0), (row.Totals.SentOnly, row.Totals.Confirmed, row.Totals.HelpRequests));
        List<RecipientRow> recipients = await AllRecipients(new RecipientQuery(order.Alert.Id));
        Assert.Equal([AcknowledgementOption.None, AcknowledgementOption.NeedsHelp], recipients.Select(recipient => recipient.Acknowledgement));
        Assert.All(recipients, recipient => Assert.Equal(RecipientScore.SentOnly, recipient.Score));
        Assert.Equal(AttemptOutcome.Delivered, (await Store.ListAttemptsAsync(new AttemptQuery(order.Alert.Id), s_none)).Rows[0].Outcome);
        Assert.True((await JournalVerifier.VerifyAsync(Store, order.Alert.Id, s_none)).IsSound);
    }

    private async Task<AlertOrder> Accepted(int recipients, string key)
    {
        AlertOrder order = Town.Order(recipients, key);
        await Store.AcceptAsync(order, s_none);
        return order;
    }
}
