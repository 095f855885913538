using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>A voice channel without a free line: an alert runs and calls nobody.</summary>
internal sealed class ClosedChannel : IDeliveryChannel
{
    public event Action? CapacityChanged
    {
        add { }
        remove { }
    }

    public ChannelKind Kind => ChannelKind.Voice;

    public string RouteOf(in RouteRequest request) => "closed";

    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = null;
        return false;
    }

    public Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop) =>
        throw new InvalidOperationException("Nothing is delivered here.");

    public ChannelCapacity CapacityOf(string route) => new(1, 1);
}
