namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// Those of one alert who may be attempted now on one route: first attempts before repeats, vulnerable first, then in the order in
/// which they became due.
/// </summary>
internal sealed class ReadyQueue(AlertRun run)
{
    private readonly Queue<QueueEntry>[] _classes = [new(), new(), new(), new()];

    public AlertRun Run { get; } = run;

    public void Add(RecipientState recipient)
    {
        var place = (recipient.IsRepeatOn(recipient.Points[recipient.PointIndex].Kind) ? 2 : 0) + (recipient.Vulnerable ? 0 : 1);
        _classes[place].Enqueue(new QueueEntry(recipient, recipient.Ticket));
    }

    public bool TryPeek(out RecipientState? recipient)
    {
        foreach (var queue in _classes)
        {
            while (queue.TryPeek(out var entry))
            {
                if (!entry.IsStale)
                {
                    recipient = entry.Recipient;
                    return true;
                }

                queue.Dequeue();
            }
        }

        recipient = null;
        return false;
    }

    public void Clear()
    {
        foreach (var queue in _classes)
        {
            queue.Clear();
        }
    }
}
