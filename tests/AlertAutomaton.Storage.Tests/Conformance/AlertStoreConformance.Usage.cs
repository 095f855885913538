using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <content>What a month used, and whose an idempotency key is.</content>
public abstract partial class AlertStoreConformance
{
    private static readonly DateTimeOffset s_longAgo = DateTimeOffset.UnixEpoch;

    private DateTimeOffset Soon => Time.GetUtcNow() + TimeSpan.FromDays(1);

    private IUsageStore Usage => (IUsageStore)Store;

    [Fact]
    public async Task What_attempts_used_is_grouped_by_channel_line_prefix_and_length()
    {
        AlertOrder order = Town.Order(8);
        await Store.AcceptAsync(order, s_none);
        await Call(order, 0, AttemptOutcome.Acknowledged, 12.5);
        await Call(order, 1, AttemptOutcome.Heard, 13);
        await Call(order, 2, AttemptOutcome.Busy, 0);
        await Call(order, 3, AttemptOutcome.NotSent, 0);
        await Call(order, 4, AttemptOutcome.Heard, 61.01, line: "second");
        await Written(order, 5, ChannelKind.Sms, "+33639980005", 3, AttemptOutcome.Submitted);
        await Written(order, 6, ChannelKind.Sms, "+262692000006", 2, AttemptOutcome.Rejected);
        await Written(order, 7, ChannelKind.Email, "a@b.example", 1, AttemptOutcome.Submitted);
        await Store.AppendAsync(Town.Begin(order, 7, number: 2), s_none);

        UsageGroup[] expected =
        [
            new() { Channel = ChannelKind.Voice, Line = "operator", Prefix = "+336", Seconds = 0, Begun = 2, Answered = 0 },
            new() { Channel = ChannelKind.Voice, Line = "operator", Prefix = "+336", Seconds = 13, Begun = 2, Answered = 2 },
            new() { Channel = ChannelKind.Voice, Line = "second", Prefix = "+336", Seconds = 62, Begun = 1, Answered = 1 },
            new() { Channel = ChannelKind.Sms, Line = "sms", Prefix = "+262", Begun = 1, Units = 2 },
            new() { Channel = ChannelKind.Sms, Line = "sms", Prefix = "+336", Begun = 1, Units = 3 },
            new() { Channel = ChannelKind.Email, Line = "sms", Begun = 1, Units = 1 },
        ];
        IReadOnlyList<UsageGroup> found = await Usage.GetUsageAsync(Town.Organisation, s_longAgo, Soon, 4, s_none);
        Assert.Equal(expected, found.OrderBy(group => group.Channel).ThenBy(group => group.Line).ThenBy(group => group.Prefix).ThenBy(group => group.Seconds));

        IReadOnlyList<UsageGroup> plain = await Usage.GetUsageAsync(Town.Organisation, s_longAgo, Soon, 0, s_none);
        Assert.All(plain, group => Assert.Empty(group.Prefix));
        Assert.Equal((8, 3, 6), (plain.Sum(group => group.Begun), plain.Sum(group => group.Answered), plain.Sum(group => group.Units)));
        await AssertRowsEqualReplay(order.Alert.Id);
    }

    [Fact]
    public async Task An_attempt_counts_where_it_began_even_when_its_alert_began_before_or_ended_after()
    {
        AlertOrder order = Town.Order(3);
        await Store.AcceptAsync(order, s_none);
        await Call(order, 0, AttemptOutcome.Heard, 10);
        Time.Advance(TimeSpan.FromHours(1));
        DateTimeOffset from = Time.GetUtcNow();
        await Call(order, 1, AttemptOutcome.Heard, 20);
        DateTimeOffset to = Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Call(order, 2, AttemptOutcome.Heard, 30);
        await Finish(order);

        Assert.Equal(20, Assert.Single(await Usage.GetUsageAsync(Town.Organisation, from, to, 0, s_none)).Seconds);
        Assert.Equal(30, Assert.Single(await Usage.GetUsageAsync(Town.Organisation, to, Soon, 0, s_none)).Seconds);
        Assert.Equal(10, Assert.Single(await Usage.GetUsageAsync(Town.Organisation, s_longAgo, from, 0, s_none)).Seconds);
        Assert.Empty(await Usage.GetUsageAsync(Town.Organisation, Soon, Soon + TimeSpan.FromDays(1), 0, s_none));
        Assert.Empty(await Usage.GetUsageAsync(new Town(TimeProvider.System).Organisation, s_longAgo, Soon, 0, s_none));
    }

    [Fact]
    public async Task An_order_is_found_by_its_key()
    {
        AlertOrder order = Town.Order(1);
        Assert.Null(await Store.FindOrderAsync(Town.Organisation, order.IdempotencyKey, s_none));
        await Store.AcceptAsync(order, s_none);
        Assert.Equal(order.Alert.Id, await Store.FindOrderAsync(Town.Organisation, order.IdempotencyKey, s_none));
        Assert.Null(await Store.FindOrderAsync(Town.Organisation, "another", s_none));
        Assert.Null(await Store.FindOrderAsync(new OrganisationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), order.IdempotencyKey, s_none));
    }

    private async Task Call(AlertOrder order, int recipient, AttemptOutcome outcome, double seconds, string line = "operator")
    {
        AttemptBegun begun = Town.Begin(order, recipient) with { Line = line };
        await Store.AppendAsync(begun, s_none);
        if (seconds > 0)
        {
            await Store.AppendAsync(Town.Answer(begun), s_none);
        }

        await Store.AppendAsync(Town.End(begun, outcome, RecipientScore.Unreached) with { Talked = TimeSpan.FromSeconds(seconds) }, s_none);
    }

    private async Task Written(AlertOrder order, int recipient, ChannelKind channel, string address, int units, AttemptOutcome outcome)
    {
        AttemptBegun begun = Town.Begin(order, recipient) with { Channel = channel, Address = address, Line = "sms" };
        await Store.AppendAsync(begun, s_none);
        await Store.AppendAsync(Town.End(begun, outcome, RecipientScore.SentOnly) with { Units = units, Talked = TimeSpan.Zero }, s_none);
    }

    private async Task Finish(AlertOrder order)
    {
        await Store.AppendAsync(Town.Expire(order), s_none);
        AlertRow row = (await Store.GetAlertAsync(order.Alert.Id, s_none))!;
        await Store.AppendAsync(new AlertFinished { Alert = order.Alert.Id, At = Time.GetUtcNow(), Ending = AlertEnding.Expired, Totals = row.Totals }, s_none);
    }
}
