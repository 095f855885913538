using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <content>What is listed, in which order, and read from the journal.</content>
public abstract partial class AlertStoreConformance
{
    [Fact]
    public async Task Lists_filter_and_page()
    {
        AlertOrder order = Town.Order(30);
        await Store.AcceptAsync(order, s_none);
        for (int recipient = 0; recipient < 10; recipient++)
        {
            await Store.AppendAsync(Town.CallBack(order, recipient, recipient % 2 == 0 ? AcknowledgementOption.NeedsHelp : AcknowledgementOption.Safe), s_none);
            await Store.AppendAsync(Town.Finish(order, recipient, RecipientScore.Confirmed, FinishReason.Acknowledged), s_none);
        }

        AlertId alert = order.Alert.Id;
        Assert.Equal(10, (await AllRecipients(new RecipientQuery(alert) { Final = true, Limit = 3 })).Count);
        Assert.Equal(20, (await AllRecipients(new RecipientQuery(alert) { Final = false, Limit = 7 })).Count);
        Assert.Equal([0, 2, 4, 6, 8], (await AllRecipients(new RecipientQuery(alert) { OnlyNeedingHelp = true, Limit = 2 })).Select(row => row.Position));
        Assert.Equal(20, (await AllRecipients(new RecipientQuery(alert) { Score = RecipientScore.Unreached })).Count);
        RecipientId seventh = order.Recipients[7].Id;
        Assert.Equal(seventh, Assert.Single(await AllRecipients(new RecipientQuery(alert) { Recipient = seventh })).Recipient.Id);
        Assert.Empty(await AllRecipients(new RecipientQuery(alert) { Recipient = seventh, OnlyNeedingHelp = true }));
        Assert.Empty(await AllRecipients(new RecipientQuery(alert) { Recipient = RecipientId.New(TimeProvider.System) }));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ListRecipientsAsync(new RecipientQuery(alert) { After = "x" }, s_none));
    }

    [Fact]
    public async Task Attempts_of_one_recipient_are_listed_alone()
    {
        AlertOrder order = Town.Order(3);
        await Store.AcceptAsync(order, s_none);
        for (int number = 1; number <= 4; number++)
        {
            foreach (int recipient in (int[])[0, 1, 2])
            {
                AttemptBegun begun = Town.Begin(order, recipient, number);
                await Store.AppendAsync(begun, s_none);
                await Store.AppendAsync(Town.End(begun, AttemptOutcome.Busy, RecipientScore.Unreached), s_none);
            }
        }

        var query = new AttemptQuery(order.Alert.Id) { Recipient = order.Recipients[1].Id, Limit = 3 };
        Page<AttemptRow> first = await Store.ListAttemptsAsync(query, s_none);
        Page<AttemptRow> second = await Store.ListAttemptsAsync(query with { After = first.Next }, s_none);
        Assert.Equal([1, 2, 3], first.Rows.Select(attempt => attempt.Number));
        Assert.Equal([4], second.Rows.Select(attempt => attempt.Number));
        Assert.Null(second.Next);
        Assert.All(first.Rows, attempt => Assert.Equal(order.Recipients[1].Id, attempt.Recipient));
        Assert.Equal(12, (await Store.ListAttemptsAsync(new AttemptQuery(order.Alert.Id), s_none)).Rows.Count);
    }

    [Fact]
    public async Task Alerts_are_listed_latest_first_by_organisation_and_phase()
    {
        AlertOrder first = Town.Order(1, key: "1");
        AlertOrder second = Town.Order(1, key: "2");
        var elsewhere = new Town(Time);
        AlertOrder third = elsewhere.Order(1, key: "3");
        foreach (AlertOrder order in (AlertOrder[])[first, second, third])
        {
            await Store.AcceptAsync(order, s_none);
        }

        await Store.AppendAsync(Town.Expire(first), s_none);
        await Store.AppendAsync(new AlertFinished { Alert = first.Alert.Id, At = Time.GetUtcNow(), Ending = AlertEnding.Expired, Totals = new() { Recipients = 1, Final = 1, Unreached = 1 } }, s_none);
        Page<AlertRow> page = await Store.ListAlertsAsync(new AlertQuery { Limit = 2 }, s_none);
        Assert.Equal([third.Alert.Id, second.Alert.Id], page.Rows.Select(row => row.Alert.Id));
        Page<AlertRow> rest = await Store.ListAlertsAsync(new AlertQuery { Limit = 2, After = page.Next }, s_none);
        Assert.Equal([first.Alert.Id], rest.Rows.Select(row => row.Alert.Id));
        Assert.Equal([second.Alert.Id, first.Alert.Id], (await Store.ListAlertsAsync(new AlertQuery { Organisation = Town.Organisation }, s_none)).Rows.Select(row => row.Alert.Id));
        Assert.Equal([third.Alert.Id, second.Alert.Id], (await Store.ListAlertsAsync(new AlertQuery { OnlyUnfinished = true }, s_none)).Rows.Select(row => row.Alert.Id));
    }

    [Fact]
    public async Task An_unknown_alert_has_no_rows()
    {
        var unknown = AlertId.New(Time);
        Assert.Null(await Store.GetAlertAsync(unknown, s_none));
        Assert.Empty((await Store.ListRecipientsAsync(new RecipientQuery(unknown), s_none)).Rows);
        Assert.Empty((await Store.ListAttemptsAsync(new AttemptQuery(unknown), s_none)).Rows);
        await foreach (JournalEntry _ in Store.ReadJournalAsync(unknown, 0, s_none))
        {
            Assert.Fail("There is no journal.");
        }
    }

    [Fact]
    public async Task A_journal_is_read_from_any_entry_on()
    {
        AlertOrder order = Town.Order(1);
        await Store.AcceptAsync(order, s_none);
        for (int i = 0; i < 150; i++)
        {
            await Store.AppendAsync(Town.CallBack(order, 0, AcknowledgementOption.Safe), s_none);
        }

        List<long> sequences = [];
        await foreach (JournalEntry entry in Store.ReadJournalAsync(order.Alert.Id, 10, s_none))
        {
            sequences.Add(entry.Sequence);
        }

        Assert.Equal(Enumerable.Range(11, 142).Select(sequence => (long)sequence), sequences);
    }
}
