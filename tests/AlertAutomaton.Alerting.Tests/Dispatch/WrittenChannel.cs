using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>A gateway that takes every text, under an id that counts up, unless it is told otherwise.</summary>
internal sealed class WrittenChannel : IDeliveryChannel
{
    private readonly List<TaskCompletionSource<AttemptResult>> _held = [];

    public event Action? CapacityChanged;

    public ChannelKind Kind => ChannelKind.Sms;

    public List<DeliveryOrder> Sent { get; } = [];

    /// <summary>What the gateway says to the nth text, from 1.</summary>
    public Func<int, AttemptOutcome> Answer { get; set; } = _ => AttemptOutcome.Submitted;

    /// <summary>True: the gateway is silent until <see cref="Release"/>.</summary>
    public bool Holds { get; set; }

    public string RouteOf(in RouteRequest request) => "sms";

    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = new Slot();
        return true;
    }

    public ChannelCapacity CapacityOf(string route) => new(1000, double.PositiveInfinity);

    public static string Reference(int nth) => AttemptReference.Text("sms", $"id-{nth}");

    public Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        Sent.Add(order);
        var result = new AttemptResult { Outcome = Answer(Sent.Count), Detail = "scripted", Units = 2, References = [Reference(Sent.Count)] };
        if (!Holds)
        {
            return Task.FromResult(result);
        }

        _held.Add(new TaskCompletionSource<AttemptResult>(result));
        return _held[^1].Task;
    }

    public void Release()
    {
        foreach (var held in _held)
        {
            held.TrySetResult((AttemptResult)held.Task.AsyncState!);
        }

        _held.Clear();
        CapacityChanged?.Invoke();
    }

    private sealed class Slot : ILineReservation
    {
        public string Line => "sms";

        public string? CallerId => null;

        public bool IsHeld { get; private set; } = true;

        public void Dispose() => IsHeld = false;
    }
}
