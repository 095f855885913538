using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <content>An order is accepted once, whole or not at all.</content>
public abstract partial class AlertStoreConformance
{
    [Fact]
    public async Task An_accepted_order_is_there_with_all_its_recipients_in_the_order_of_the_list()
    {
        AlertOrder order = Town.Order(1203);
        AcceptResult result = await Store.AcceptAsync(order, s_none);
        Assert.Equal(new AcceptResult(AcceptVerdict.Accepted, order.Alert.Id), result);

        AlertRow? row = await Store.GetAlertAsync(order.Alert.Id, s_none);
        Assert.NotNull(row);
        Assert.Equal(order.Alert.Title, row.Alert.Title);
        Assert.Equal(order.Alert.LaunchedAt, row.Alert.LaunchedAt);
        Assert.Equal(AlertPhase.Running, row.Phase);
        Assert.Equal(1203, row.Totals.Recipients);
        Assert.Equal(1203, row.Totals.Unreached);
        List<RecipientRow> recipients = await AllRecipients(new RecipientQuery(order.Alert.Id) { Limit = 100 });
        Assert.Equal(order.Recipients, recipients.Select(recipient => recipient.Recipient));
        Assert.Equal(Enumerable.Range(0, 1203), recipients.Select(recipient => recipient.Position));
    }

    [Fact]
    public async Task An_order_too_large_for_one_transaction_is_accepted_whole()
    {
        AlertOrder order = Town.Order(7001);
        Assert.Equal(AcceptVerdict.Accepted, (await Store.AcceptAsync(order, s_none)).Verdict);
        List<RecipientRow> recipients = await AllRecipients(new RecipientQuery(order.Alert.Id) { Limit = 3000 });
        Assert.Equal(order.Recipients, recipients.Select(recipient => recipient.Recipient));
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task An_order_without_recipients_is_accepted()
    {
        AlertOrder order = Town.Order(0);
        Assert.Equal(AcceptVerdict.Accepted, (await Store.AcceptAsync(order, s_none)).Verdict);
        Assert.Empty((await Store.ListRecipientsAsync(new RecipientQuery(order.Alert.Id), s_none)).Rows);
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4000)]
    public async Task The_same_key_with_the_same_order_answers_with_the_first_alert(int recipients)
    {
        AlertOrder first = Town.Order(recipients);
        AlertOrder again = Town.Order(recipients);
        await Store.AcceptAsync(first, s_none);
        Assert.Equal(new AcceptResult(AcceptVerdict.AlreadyAccepted, first.Alert.Id), await Store.AcceptAsync(again, s_none));
        Assert.Null(await Store.GetAlertAsync(again.Alert.Id, s_none));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4000)]
    public async Task The_same_key_with_another_order_is_a_conflict(int recipients)
    {
        AlertOrder first = Town.Order(recipients);
        await Store.AcceptAsync(first, s_none);
        AcceptResult conflict = await Store.AcceptAsync(Town.Order(recipients, fingerprint: "beef"), s_none);
        Assert.Equal(new AcceptResult(AcceptVerdict.KeyConflict, first.Alert.Id), conflict);
        Assert.Single((await Store.ListAlertsAsync(new AlertQuery(), s_none)).Rows);
    }

    [Fact]
    public async Task The_same_key_of_another_organisation_is_another_order()
    {
        await Store.AcceptAsync(Town.Order(1), s_none);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AcceptVerdict.Accepted, (await Store.AcceptAsync(new Town(Time).Order(1), s_none)).Verdict);
    }

    [Fact]
    public async Task Of_many_orders_with_one_key_at_once_exactly_one_is_accepted()
    {
        AlertOrder[] orders = [.. Enumerable.Range(0, 8).Select(_ => Town.Order(3000))];
        AcceptResult[] results = await Task.WhenAll(orders.Select(order => Store.AcceptAsync(order, s_none)));
        Assert.Single(results, result => result.Verdict == AcceptVerdict.Accepted);
        Assert.Equal(7, results.Count(result => result.Verdict == AcceptVerdict.AlreadyAccepted));
        Assert.Single(results.Select(result => result.Alert).Distinct());
    }

    [Fact]
    public async Task An_order_that_lists_a_recipient_twice_is_refused_and_leaves_nothing()
    {
        AlertOrder order = Town.Order(5);
        AlertOrder twice = order with { Recipients = [.. order.Recipients, order.Recipients[2]] };
        await Assert.ThrowsAnyAsync<Exception>(() => Store.AcceptAsync(twice, s_none));
        Assert.Null(await Store.GetAlertAsync(order.Alert.Id, s_none));
        Assert.Equal(AcceptVerdict.Accepted, (await Store.AcceptAsync(order, s_none)).Verdict);
    }

    [Fact]
    public async Task A_large_order_that_fails_half_way_leaves_nothing_and_its_key_free()
    {
        AlertOrder order = Town.Order(6000);
        AlertOrder twice = order with { Recipients = [.. order.Recipients, order.Recipients[2]] };
        await Assert.ThrowsAnyAsync<Exception>(() => Store.AcceptAsync(twice, s_none));
        Assert.Null(await Store.GetAlertAsync(order.Alert.Id, s_none));
        Assert.Empty((await Store.ListAlertsAsync(new AlertQuery(), s_none)).Rows);
        Assert.Empty(await Store.LoadUnfinishedAsync(s_none));
        Assert.Equal(AcceptVerdict.Accepted, (await Store.AcceptAsync(order, s_none)).Verdict);
        await AssertRowsEqualReplay(order.Alert.Id);
    }
}
