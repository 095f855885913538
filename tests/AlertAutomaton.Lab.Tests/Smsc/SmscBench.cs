using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Sms;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Channels.Sms.Replies;
using AlertAutomaton.Channels.Tests.Sms;
using AlertAutomaton.Channels.Tests.Sms.Replies;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Smpp.Client;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Lab.Tests.Smsc;

/// <summary>The SMS channel bound to the lab's SMSC over a real socket on loopback.</summary>
internal sealed class SmscBench : IAsyncDisposable
{
    /// <summary>Only ends what would hang; no test depends on it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly SmsMeters _meters = new();
    private readonly TextReceipts _receipts;
    private readonly ReplyRouter _replies;
    private int _attempts;

    private SmscBench(LabSmscOptions smsc, GatewayOptions gateway, Func<SmppClientOptions, SmppClientOptions> connection)
    {
        Smsc = new LabSmsc(smsc with { Witness = Witness }, TimeProvider.System, NullLogger<LabSmsc>.Instance);
        Smsc.Start();
        var reached = new SmppClientOptions
        {
            Host = "127.0.0.1", Port = Smsc.EndPoint.Port, SystemId = "town", Password = "lab", ConnectTimeout = Patience,
            FirstReconnectWait = TimeSpan.FromMilliseconds(10), LongestReconnectWait = TimeSpan.FromMilliseconds(50),
        };
        Gateway = new SmppGateway(gateway, connection(reached), TimeProvider.System, new Random(1), NullLogger<SmppGateway>.Instance);
        Pool = new GatewayPool([Gateway], new GatewaySwitchOptions(), TimeProvider.System, NullLogger<GatewayPool>.Instance);
        Reports = new FakeReports(TimeProvider.System);
        _receipts = new TextReceipts(Pool, TimeProvider.System, _meters, NullLogger<TextReceipts>.Instance);
        _receipts.ReportTo(Reports);
        _replies = new ReplyRouter(
            Inbox, Inbox, Engine, Pool, new ReplyOptions { OrganisationName = _ => "Barran", DefaultOrganisationName = "Barran" }, TimeProvider.System, _meters, NullLogger<ReplyRouter>.Instance);
        Gateway.Listen(new SmsInbox(_receipts, _replies));
        Channel = new SmsChannel(
            Pool, _receipts, new SmsChannelOptions { OrganisationName = _ => "Barran" }, TimeProvider.System, _meters, NullLogger<SmsChannel>.Instance);
        Gateway.Start();
    }

    public WitnessLog Witness { get; } = WitnessLog.InMemory();

    public LabSmsc Smsc { get; }

    public SmppGateway Gateway { get; }

    public GatewayPool Pool { get; }

    public FakeReports Reports { get; }

    public FakeReplyEngine Engine { get; } = new();

    public FakeInbox Inbox { get; } = new();

    public SmsChannel Channel { get; }

    public static GatewayOptions Options { get; } = new()
    {
        Name = "lab", Sender = "+33700000000", Window = 10, SegmentsPerSecond = 100_000, UnknownSubscriberErrors = ["001"],
    };

    public static async Task<SmscBench> StartAsync(
        LabSmscOptions? smsc = null, GatewayOptions? gateway = null, Func<SmppClientOptions, SmppClientOptions>? connection = null)
    {
        var bench = new SmscBench(
            smsc ?? new LabSmscOptions { ReceiptDelay = TimeSpan.Zero, ReplyDelay = TimeSpan.Zero }, gateway ?? Options, connection ?? (options => options));
        await bench._replies.StartAsync();
        using var limit = new CancellationTokenSource(Patience);
        await bench.Gateway.WhenUpAsync(limit.Token);
        return bench;
    }

    /// <summary>One attempt, from the reservation to the disk.</summary>
    public async Task<(DeliveryOrder Order, AttemptResult Result)> SendAsync(string number, string text = "Crue.", string language = "fr")
    {
        var alert = Alert(Message(French(text), English(text))) with { LaunchedAt = TimeProvider.System.GetUtcNow() };
        var order = Order(alert, Point(number), language, attempt: Interlocked.Increment(ref _attempts));
        Engine.Text(alert, order.Attempt.Value.GetHashCode(), language, alert.LaunchedAt, order.Point);
        using var line = await ReserveAsync(order);
        var result = await Channel.DeliverAsync(order, line, new NoReporter(), CancellationToken.None).WaitAsync(Patience);
        Reports.Write(order, result);
        return (order, result);
    }

    /// <summary>Waits for a place in the window, woken by the channel.</summary>
    public async Task<ILineReservation> ReserveAsync(DeliveryOrder order)
    {
        var route = Channel.RouteOf(new RouteRequest(order.Point, null, null));
        while (true)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Wake() => changed.TrySetResult();
            Channel.CapacityChanged += Wake;
            try
            {
                if (Channel.TryReserve(route, out var line))
                {
                    return line;
                }

                await changed.Task.WaitAsync(Patience);
            }
            finally
            {
                Channel.CapacityChanged -= Wake;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Smsc.DisposeAsync();
        _replies.Dispose();
        _receipts.Dispose();
        Pool.Dispose();
        _meters.Dispose();
        Witness.Dispose();
    }
}
