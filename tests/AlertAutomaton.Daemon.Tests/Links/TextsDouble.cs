using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Daemon.Tests.Links;

/// <summary>A network of texts that takes everything and remembers what it was given.</summary>
internal sealed class TextsDouble : IDeliveryChannel
{
    public event Action? CapacityChanged
    {
        add { }
        remove { }
    }

    public ConcurrentQueue<DeliveryOrder> Sent { get; } = new();

    public ChannelKind Kind => ChannelKind.Sms;

    public string RouteOf(in RouteRequest request) => "sms";

    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = new Held();
        return true;
    }

    public ChannelCapacity CapacityOf(string route) => new(10, 10);

    public Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        Sent.Enqueue(order);
        return Task.FromResult(new AttemptResult { Outcome = AttemptOutcome.Submitted, Detail = "taken", Units = 1 });
    }

    private sealed class Held : ILineReservation
    {
        public string Line => "sms";

        public string? CallerId => null;

        public bool IsHeld => true;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
