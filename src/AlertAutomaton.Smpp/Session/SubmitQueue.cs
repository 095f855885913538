using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Segments that wait for window and rate: throttled ones first, then urgent ones, then the others, each in order. One owner.</summary>
internal sealed class SubmitQueue
{
    private readonly Queue<OutgoingSegment> _throttled = new();
    private readonly Queue<OutgoingSegment> _urgent = new();
    private readonly Queue<OutgoingSegment> _usual = new();

    public int Count => _throttled.Count + _urgent.Count + _usual.Count;

    public void Add(OutgoingMessage message)
    {
        var queue = message.IsUrgent ? _urgent : _usual;
        foreach (var segment in message.Segments)
        {
            queue.Enqueue(segment);
        }
    }

    public void Return(OutgoingSegment segment) => _throttled.Enqueue(segment);

    /// <summary>The next segment that somebody still waits for.</summary>
    public bool TryPeek([NotNullWhen(true)] out OutgoingSegment? segment)
    {
        while (Next() is { } queue)
        {
            segment = queue.Peek();
            if (!segment.IsFinished && !segment.Message.IsDone)
            {
                return true;
            }

            _ = queue.Dequeue();
        }

        segment = null;
        return false;
    }

    /// <summary>Takes the segment that was peeked.</summary>
    public void Take() => _ = Next()!.Dequeue();

    /// <summary>Takes all.</summary>
    public IReadOnlyList<OutgoingSegment> Drain()
    {
        OutgoingSegment[] all = [.. _throttled, .. _urgent, .. _usual];
        _throttled.Clear();
        _urgent.Clear();
        _usual.Clear();
        return all;
    }

    private Queue<OutgoingSegment>? Next() => _throttled.Count > 0 ? _throttled : _urgent.Count > 0 ? _urgent : _usual.Count > 0 ? _usual : null;
}
