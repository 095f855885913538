using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>The queues of all alerts on one route, served in turn: real alerts before exercises and tests, equals one after the other.</summary>
internal sealed class RouteQueues(IDeliveryChannel channel, string route)
{
    private readonly List<ReadyQueue> _queues = [];
    private int _last;

    public IDeliveryChannel Channel { get; } = channel;

    public string Route { get; } = route;

    public ReadyQueue Of(AlertRun run)
    {
        foreach (var queue in _queues)
        {
            if (ReferenceEquals(queue.Run, run))
            {
                return queue;
            }
        }

        var added = new ReadyQueue(run);
        _queues.Add(added);
        return added;
    }

    public void Remove(AlertRun run) => _queues.RemoveAll(queue => ReferenceEquals(queue.Run, run));

    /// <summary>Finds whose turn it is, without taking it.</summary>
    public bool TryNext(out ReadyQueue? queue, out RecipientState? recipient)
    {
        return TryNext(real: true, out queue, out recipient) || TryNext(real: false, out queue, out recipient);
    }

    public void Served(ReadyQueue queue) => _last = _queues.IndexOf(queue);

    private bool TryNext(bool real, out ReadyQueue? queue, out RecipientState? recipient)
    {
        for (var i = 1; i <= _queues.Count; i++)
        {
            queue = _queues[(_last + i) % _queues.Count];
            if (queue.Run.Alert.Kind == AlertKind.Real == real && queue.Run.Phase == AlertPhase.Running && queue.TryPeek(out recipient))
            {
                return true;
            }
        }

        queue = null;
        recipient = null;
        return false;
    }
}
