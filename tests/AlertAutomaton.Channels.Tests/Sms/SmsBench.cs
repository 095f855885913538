using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>A channel over one scripted gateway, with a clock of its own.</summary>
internal sealed class SmsBench : IDisposable
{
    public const string Mobile = "+33639980001";

    private readonly SmsMeters _meters = new();

    public SmsBench(GatewayOptions? options = null)
    {
        Gateway = new ScriptedGateway(options ?? new GatewayOptions { Name = "gw", Sender = "36000", SegmentsPerSecond = double.PositiveInfinity, Window = 100 });
        Pool = new GatewayPool([Gateway], new GatewaySwitchOptions(), Clock, NullLogger<GatewayPool>.Instance);
        Receipts = NewReceipts();
        Reports = new FakeReports(Clock);
        Receipts.ReportTo(Reports);
        Channel = new SmsChannel(
            Pool, Receipts, new SmsChannelOptions { OrganisationName = _ => "Barran" }, Clock, _meters, NullLogger<SmsChannel>.Instance);
    }

    public ManualTimeProvider Clock { get; } = new(Evening);

    public ScriptedGateway Gateway { get; }

    public GatewayPool Pool { get; }

    public TextReceipts Receipts { get; private set; }

    public FakeReports Reports { get; }

    public SmsChannel Channel { get; }

    public int Attempts { get; private set; }

    /// <summary>Another process with the same disk.</summary>
    public void Restart()
    {
        Receipts.Dispose();
        Receipts = NewReceipts();
        Receipts.ReportTo(Reports);
    }

    public DeliveryOrder Order(string text = "Crue.", string number = Mobile, Alert? alert = null) =>
        SmsFixtures.Order(alert ?? Alert(Message(French(text))), Point(number), attempt: ++Attempts);

    public Task<AttemptResult> DeliverAsync(DeliveryOrder order, CancellationToken stop = default)
    {
        var route = Channel.RouteOf(new RouteRequest(order.Point, null, null));
        Assert.True(Channel.TryReserve(route, out var line));
        return DeliverAsync(order, line, stop);
    }

    /// <summary>Sends a text that the gateway takes, and puts it on disk.</summary>
    public async Task<DeliveryOrder> SubmittedAsync(string[] ids, string text = "Crue.", string number = Mobile)
    {
        var order = Order(text, number);
        Gateway.WillAnswer(GatewayVerdict.Accepted, ids);
        Reports.Write(order, await DeliverAsync(order));
        return order;
    }

    public Task<bool> ReceiptAsync(string id, MessageState state = MessageState.Delivered, string from = Mobile, string? error = null) =>
        Receipts.TakeAsync(new GatewayReceipt("gw", new DeliveryReceipt { MessageId = id, State = state, Error = error }, from));

    public void Dispose()
    {
        Receipts.Dispose();
        Pool.Dispose();
        _meters.Dispose();
    }

    private async Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, CancellationToken stop)
    {
        using (line)
        {
            return await Channel.DeliverAsync(order, line, new NoReporter(), stop);
        }
    }

    private TextReceipts NewReceipts() => new(Pool, Clock, _meters, NullLogger<TextReceipts>.Instance);
}
