using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>
/// Carries out attempts of one kind. Implementations are safe for concurrent use; <see cref="RouteOf"/> and
/// <see cref="TryReserve"/> are called from the dispatcher's loop, must not block and should not allocate.
/// </summary>
public interface IDeliveryChannel
{
    /// <summary>Raised, on any thread and as often as wanted, when a reservation that was refused might succeed now.</summary>
    [SuppressMessage("Design", "MA0046", Justification = "A wake-up without sender or data, raised from the hot path of a line.")]
    event Action? CapacityChanged;

    /// <summary>Which points it serves.</summary>
    ChannelKind Kind { get; }

    /// <summary>Names the set of lines that may carry an attempt, so that attempts with equal routes share one queue.</summary>
    /// <param name="request">The point, the caller id to keep and the line to avoid.</param>
    /// <returns>The route; the empty string when no configured line ever serves this point. A line that is only down keeps its route.</returns>
    string RouteOf(in RouteRequest request);

    /// <summary>Takes a free line of a route; at most one attempt uses it.</summary>
    /// <param name="route">A value of <see cref="RouteOf"/>.</param>
    /// <param name="reservation">The line; disposed by the dispatcher when the attempt is over or did not happen.</param>
    /// <returns>False when none is free, or none may be used yet (calls per second); <see cref="CapacityChanged"/> tells when to ask again.</returns>
    bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation);

    /// <summary>Carries out one attempt. The attempt is on disk already.</summary>
    /// <param name="order">What to say to whom.</param>
    /// <param name="line">The reserved line; the channel may free it early by disposing it.</param>
    /// <param name="reporter">Writes down what happens meanwhile.</param>
    /// <param name="stop">Cancelled when the attempt must end now: a call that rings is cancelled, one that talks is hung up.</param>
    /// <returns>How it ended. Expected failures are outcomes; an exception is a bug, logged and counted as a network failure.</returns>
    Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop);

    /// <summary>What the channel could carry if it were free, for the forecast before a launch.</summary>
    /// <param name="route">A value of <see cref="RouteOf"/>.</param>
    /// <returns>Lines and starts per second as configured.</returns>
    ChannelCapacity CapacityOf(string route);
}
