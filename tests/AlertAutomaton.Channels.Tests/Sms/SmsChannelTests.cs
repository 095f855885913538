using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Text;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>From an attempt to the answer of a gateway.</summary>
public sealed class SmsChannelTests : IDisposable
{
    private static readonly string Long = new('x', 300);
    private readonly SmsBench _bench = new();

    [Fact]
    public async Task A_text_that_is_taken_is_submitted_with_its_reference_and_its_units()
    {
        _bench.Gateway.WillAnswer(GatewayVerdict.Accepted, "00AbC");
        var result = await _bench.DeliverAsync(_bench.Order());
        Assert.Equal(AttemptOutcome.Submitted, result.Outcome);
        Assert.Equal(["sms:gw:abc"], result.References);
        Assert.Equal(1, result.Units);
    }

    [Fact]
    public async Task Every_segment_has_a_reference_of_its_own()
    {
        _bench.Gateway.WillAnswer(GatewayVerdict.Accepted, "1", "2", "3");
        var result = await _bench.DeliverAsync(_bench.Order(Long));
        Assert.Equal(["sms:gw:1", "sms:gw:2", "sms:gw:3"], result.References);
        Assert.Equal(3, result.Units);
    }

    [Theory]
    [InlineData(GatewayVerdict.InvalidNumber, AttemptOutcome.InvalidNumber)]
    [InlineData(GatewayVerdict.Rejected, AttemptOutcome.Rejected)]
    [InlineData(GatewayVerdict.Later, AttemptOutcome.Network)]
    [InlineData(GatewayVerdict.NotSent, AttemptOutcome.Network)]
    [InlineData(GatewayVerdict.Unknown, AttemptOutcome.Unknown)]
    public async Task Other_answers_have_outcomes_of_their_own(GatewayVerdict verdict, AttemptOutcome outcome)
    {
        _bench.Gateway.WillAnswer(verdict);
        var result = await _bench.DeliverAsync(_bench.Order());
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome == AttemptOutcome.Network ? TimeSpan.FromSeconds(5) : null, result.RetryAfter);
        Assert.Equal(outcome == AttemptOutcome.Unknown ? 1 : 0, result.Units);
    }

    [Theory]
    [InlineData(GatewayVerdict.Later)]
    [InlineData(GatewayVerdict.Rejected)]
    [InlineData(GatewayVerdict.InvalidNumber)]
    [InlineData(GatewayVerdict.Unknown)]
    public async Task A_text_of_which_only_a_part_was_taken_is_never_sent_again_blindly(GatewayVerdict verdict)
    {
        _bench.Gateway.WillAnswer(verdict, "1");
        var result = await _bench.DeliverAsync(_bench.Order(Long));
        Assert.Equal(AttemptOutcome.Unknown, result.Outcome);
        Assert.Contains("1 of 3 segments", result.Detail, StringComparison.Ordinal);
        Assert.Equal(["sms:gw:1"], result.References);
    }

    [Fact]
    public async Task A_stop_does_not_abandon_the_answer()
    {
        _bench.Gateway.Holds = true;
        using var stop = new CancellationTokenSource();
        var delivery = _bench.DeliverAsync(_bench.Order(), stop.Token);
        await stop.CancelAsync();
        Assert.False(delivery.IsCompleted);
        _bench.Gateway.Release();
        Assert.Equal(AttemptOutcome.Submitted, (await delivery).Outcome);
    }

    [Fact]
    public async Task A_text_that_was_stopped_before_it_left_was_not_sent()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        _bench.Gateway.WillAnswer(GatewayVerdict.NotSent);
        Assert.Equal(AttemptOutcome.NotSent, (await _bench.DeliverAsync(_bench.Order(), stop.Token)).Outcome);
    }

    [Fact]
    public async Task Vital_texts_go_before_others()
    {
        await _bench.DeliverAsync(_bench.Order());
        await _bench.DeliverAsync(_bench.Order(alert: Alert(Message(French("Marché.")), BuiltInPolicies.Information)));
        Assert.Equal([true, false], _bench.Gateway.Texts.Select(text => text.IsUrgent));
    }

    [Fact]
    public async Task A_text_is_valid_as_long_as_its_alert()
    {
        _bench.Clock.Advance(TimeSpan.FromHours(4));
        await _bench.DeliverAsync(_bench.Order());
        Assert.Equal(TimeSpan.FromHours(2), _bench.Gateway.Texts[0].ValidFor);
    }

    [Fact]
    public async Task A_text_is_valid_for_two_days_at_most_and_five_minutes_at_least()
    {
        var alert = Alert(Message(French("Crue.")));
        await _bench.DeliverAsync(_bench.Order(alert: alert with { Lifetime = TimeSpan.FromDays(30) }));
        await _bench.DeliverAsync(_bench.Order(alert: alert with { Lifetime = TimeSpan.FromSeconds(1) }));
        Assert.Equal([TimeSpan.FromHours(48), TimeSpan.FromMinutes(5)], _bench.Gateway.Texts.Select(text => text.ValidFor));
    }

    [Fact]
    public async Task A_text_that_is_too_long_never_leaves()
    {
        var result = await _bench.DeliverAsync(_bench.Order(new string('x', 2_000)));
        Assert.Equal(AttemptOutcome.Rejected, result.Outcome);
        Assert.Empty(_bench.Gateway.Texts);
    }

    [Fact]
    public async Task A_gateway_that_cuts_texts_itself_gives_one_id_for_all_segments()
    {
        using var bench = new SmsBench(new GatewayOptions
        {
            Name = "gw", Sender = "36000", Encoding = new SmsTextOptions { Concatenation = SmsConcatenation.MessagePayload },
        });
        var order = await bench.SubmittedAsync(["7"], Long);
        await bench.ReceiptAsync("7");
        Assert.Equal([(order.Attempt, AttemptOutcome.Delivered, "DELIVRD")], bench.Reports.Told);
    }

    [Fact]
    public void A_point_that_no_gateway_serves_has_no_route()
    {
        using var bench = new SmsBench(new GatewayOptions { Name = "gw", Sender = "1", Serves = ["+32"] });
        Assert.Empty(bench.Channel.RouteOf(new RouteRequest(Point(SmsBench.Mobile), null, null)));
        Assert.Equal(ChannelKind.Sms, bench.Channel.Kind);
    }

    public void Dispose() => _bench.Dispose();
}
