using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Usage;

/// <summary>Texts or mails that the network takes at once, each of a number of segments.</summary>
internal sealed class PostChannel(ChannelKind kind, int units) : IDeliveryChannel
{
    public event Action? CapacityChanged
    {
        add { }
        remove { }
    }

    public ChannelKind Kind => kind;

    public List<DeliveryOrder> Sent { get; } = [];

    public string RouteOf(in RouteRequest request) => "post";

    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = new Place();
        return true;
    }

    public ChannelCapacity CapacityOf(string route) => new(1000, double.PositiveInfinity);

    public Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        Sent.Add(order);
        return Task.FromResult(new AttemptResult { Outcome = AttemptOutcome.Submitted, Detail = "taken", Units = units, References = [order.Attempt.ToString()] });
    }

    private sealed class Place : ILineReservation
    {
        public string Line => "post";

        public string? CallerId => null;

        public bool IsHeld => true;

        public void Dispose()
        {
        }
    }
}
