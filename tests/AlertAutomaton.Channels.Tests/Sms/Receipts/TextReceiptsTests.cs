using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Tests.Sms.Receipts;

/// <summary>Receipts find their texts, whatever gateways do with them.</summary>
public sealed class TextReceiptsTests : IDisposable
{
    private static readonly string Long = new('x', 300);
    private readonly SmsBench _bench = new();

    [Fact]
    public async Task A_receipt_closes_its_text()
    {
        var order = await _bench.SubmittedAsync(["77"]);
        Assert.True(await _bench.ReceiptAsync("77"));
        Assert.Equal([(order.Attempt, AttemptOutcome.Delivered, "DELIVRD")], _bench.Reports.Told);
    }

    [Theory]
    [InlineData(MessageState.Expired, null, AttemptOutcome.Expired, "EXPIRED")]
    [InlineData(MessageState.Undeliverable, "042", AttemptOutcome.Rejected, "UNDELIV, error 042")]
    [InlineData(MessageState.Rejected, "x y\r\nz", AttemptOutcome.Rejected, "REJECTD, error xyz")]
    [InlineData(MessageState.Deleted, null, AttemptOutcome.Rejected, "DELETED")]
    public async Task Other_final_states_have_outcomes_of_their_own(MessageState state, string? error, AttemptOutcome outcome, string detail)
    {
        var order = await _bench.SubmittedAsync(["77"]);
        await _bench.ReceiptAsync("77", state, error: error);
        Assert.Equal([(order.Attempt, outcome, detail)], _bench.Reports.Told);
    }

    [Fact]
    public async Task A_subscriber_unknown_by_the_gateways_own_code_is_an_invalid_number()
    {
        using var bench = new SmsBench(new GatewayOptions { Name = "gw", Sender = "1", UnknownSubscriberErrors = ["001"] });
        await bench.SubmittedAsync(["77"]);
        await bench.ReceiptAsync("77", MessageState.Undeliverable, error: "001");
        Assert.Equal(AttemptOutcome.InvalidNumber, Assert.Single(bench.Reports.Told).Outcome);
    }

    [Theory]
    [InlineData(MessageState.EnRoute)]
    [InlineData(MessageState.Accepted)]
    [InlineData(MessageState.Scheduled)]
    [InlineData(MessageState.Unknown)]
    public async Task A_state_that_settles_nothing_is_answered_and_forgotten(MessageState state)
    {
        await _bench.SubmittedAsync(["77"]);
        Assert.True(await _bench.ReceiptAsync("77", state));
        Assert.Empty(_bench.Reports.Told);
        Assert.Equal(0, _bench.Receipts.Parked);
    }

    [Fact]
    public async Task A_doubled_receipt_is_told_once()
    {
        await _bench.SubmittedAsync(["77"]);
        await _bench.ReceiptAsync("77");
        Assert.True(await _bench.ReceiptAsync("77"));
        Assert.True(await _bench.ReceiptAsync("77", MessageState.Expired));
        Assert.Single(_bench.Reports.Told);
    }

    [Theory]
    [InlineData("1f", "31")]
    [InlineData("0000001F", "1f")]
    [InlineData("31", "1F")]
    [InlineData("00031", "31")]
    public async Task An_id_is_found_in_every_form_that_gateways_write(string response, string receipt)
    {
        var order = await _bench.SubmittedAsync([response]);
        await _bench.ReceiptAsync(receipt);
        Assert.Equal(order.Attempt, Assert.Single(_bench.Reports.Told).Attempt);
    }

    [Fact]
    public async Task An_id_that_fits_two_texts_belongs_to_the_number_that_was_texted()
    {
        // "31" is 1f for a gateway that writes decimal receipts, and itself for any other.
        var asIs = await _bench.SubmittedAsync(["31"], number: "+33639980007");
        var converted = await _bench.SubmittedAsync(["1f"], number: "+33639980008");
        await _bench.ReceiptAsync("31", from: "33639980008");
        await _bench.ReceiptAsync("31", from: "0639980007");
        Assert.Equal([converted.Attempt, asIs.Attempt], _bench.Reports.Told.Select(told => told.Attempt));
    }

    [Fact]
    public async Task The_way_of_writing_ids_is_learnt_and_then_one_look_is_enough()
    {
        for (var text = 0; text < 4; text++)
        {
            await _bench.SubmittedAsync([$"a{text}"]);
            await _bench.ReceiptAsync($"{0xa0 + text}");
        }

        Assert.Equal(4, _bench.Reports.Told.Count);
        Assert.Equal(3 * 2 + 1, _bench.Reports.Lookups);
    }

    [Fact]
    public async Task A_receipt_that_overtakes_its_response_waits_for_it()
    {
        Assert.True(await _bench.ReceiptAsync("77"));
        Assert.Equal(1, _bench.Receipts.Parked);
        var order = await _bench.SubmittedAsync(["77"]);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(order.Attempt, Assert.Single(_bench.Reports.Told).Attempt);
        Assert.Equal(0, _bench.Receipts.Parked);
    }

    [Fact]
    public async Task A_receipt_of_nobody_is_given_up_after_two_minutes()
    {
        await _bench.ReceiptAsync("77");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _bench.Receipts.Parked);
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, _bench.Receipts.Parked);
        Assert.Empty(_bench.Reports.Told);
    }

    [Fact]
    public async Task A_receipt_under_an_id_that_was_never_told_closes_the_only_text_without_a_response()
    {
        var order = await UnansweredAsync("Exercice");
        await _bench.ReceiptAsync("77");
        Assert.Empty(_bench.Reports.Told);
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal((order.Attempt, AttemptOutcome.Delivered), Assert.Single(_bench.Reports.Told) is var told ? (told.Attempt, told.Outcome) : default);
    }

    [Fact]
    public async Task Where_two_texts_may_be_meant_or_one_of_several_segments_a_strange_receipt_closes_none()
    {
        await UnansweredAsync("Exercice");
        await UnansweredAsync("Exercice");
        await _bench.ReceiptAsync("77");
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Empty(_bench.Reports.Told);
        using var other = new SmsBench(_bench.Gateway.Options);
        var order = other.Order(Long);
        other.Gateway.WillAnswer(GatewayVerdict.Unknown);
        other.Reports.Write(order, await other.DeliverAsync(order));
        await other.ReceiptAsync("77");
        other.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Empty(other.Reports.Told);
    }

    private async Task<DeliveryOrder> UnansweredAsync(string text)
    {
        var order = _bench.Order(text);
        _bench.Gateway.WillAnswer(GatewayVerdict.Unknown);
        var result = await _bench.DeliverAsync(order);
        Assert.Equal(AttemptOutcome.Unknown, result.Outcome);
        _bench.Reports.Write(order, result);
        return order;
    }

    [Fact]
    public async Task A_store_that_does_not_write_lets_the_gateway_repeat()
    {
        var order = await _bench.SubmittedAsync(["77"]);
        _bench.Reports.StoreWorks = false;
        Assert.False(await _bench.ReceiptAsync("77"));
        _bench.Reports.StoreWorks = true;
        Assert.True(await _bench.ReceiptAsync("77"));
        Assert.Equal(order.Attempt, Assert.Single(_bench.Reports.Told).Attempt);
    }

    [Fact]
    public async Task A_long_text_is_delivered_only_with_its_last_segment()
    {
        await _bench.SubmittedAsync(["1", "2", "3"], Long);
        await _bench.ReceiptAsync("3");
        await _bench.ReceiptAsync("1");
        await _bench.ReceiptAsync("1");
        Assert.Empty(_bench.Reports.Told);
        await _bench.ReceiptAsync("2");
        Assert.Equal(AttemptOutcome.Delivered, Assert.Single(_bench.Reports.Told).Outcome);
    }

    [Fact]
    public async Task One_lost_segment_fails_a_long_text()
    {
        await _bench.SubmittedAsync(["1", "2", "3"], Long);
        await _bench.ReceiptAsync("1");
        await _bench.ReceiptAsync("2", MessageState.Expired);
        await _bench.ReceiptAsync("3");
        Assert.Equal(AttemptOutcome.Expired, Assert.Single(_bench.Reports.Told).Outcome);
    }

    [Fact]
    public async Task A_text_of_which_a_part_was_refused_is_never_delivered()
    {
        var order = _bench.Order(Long);
        _bench.Gateway.WillAnswer(GatewayVerdict.Unknown, "1", "2");
        _bench.Reports.Write(order, await _bench.DeliverAsync(order));
        await _bench.ReceiptAsync("1");
        await _bench.ReceiptAsync("2");
        _bench.Restart();
        await _bench.ReceiptAsync("1");
        await _bench.ReceiptAsync("2");
        Assert.Empty(_bench.Reports.Told);
    }

    [Fact]
    public async Task After_a_restart_a_short_text_is_closed_by_its_receipt()
    {
        var order = await _bench.SubmittedAsync(["77"]);
        _bench.Restart();
        await _bench.ReceiptAsync("77");
        Assert.Equal(order.Attempt, Assert.Single(_bench.Reports.Told).Attempt);
    }

    [Fact]
    public async Task After_a_restart_a_long_text_is_delivered_only_on_the_proof_of_every_segment()
    {
        await _bench.SubmittedAsync(["1", "2", "3"], Long);
        await _bench.ReceiptAsync("1");
        _bench.Restart();
        await _bench.ReceiptAsync("2");
        await _bench.ReceiptAsync("3");
        Assert.Empty(_bench.Reports.Told);
        await _bench.ReceiptAsync("1");
        Assert.Equal(AttemptOutcome.Delivered, Assert.Single(_bench.Reports.Told).Outcome);
    }

    [Fact]
    public async Task After_a_restart_a_long_text_still_fails_by_one_segment()
    {
        await _bench.SubmittedAsync(["1", "2", "3"], Long);
        _bench.Restart();
        await _bench.ReceiptAsync("2", MessageState.Undeliverable);
        Assert.Equal(AttemptOutcome.Rejected, Assert.Single(_bench.Reports.Told).Outcome);
    }

    [Fact]
    public async Task Receipts_in_time_keep_a_gateway_quick()
    {
        for (var text = 0; text < 40; text++)
        {
            await _bench.SubmittedAsync([$"a{text}"]);
        }

        for (var text = 0; text < 30; text++)
        {
            await _bench.ReceiptAsync($"a{text}");
        }

        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        var snapshot = Assert.Single(_bench.Pool.Snapshots());
        Assert.Equal((40, 10, true), (snapshot.Texts, snapshot.SlowTexts, snapshot.IsSlow));
    }

    public void Dispose() => _bench.Dispose();
}
