using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Requests that wait for their response: the window (SMPP 3.4 §2.9) and the response timer (§7.2). Pure state, one owner.</summary>
/// <typeparam name="T">What is remembered of a request.</typeparam>
/// <param name="window">How many may wait.</param>
/// <param name="patience">How long each may wait.</param>
internal sealed class PendingRequests<T>(int window, TimeSpan patience)
{
    private readonly Dictionary<uint, (T Request, TimeSpan Due)> _waiting = new(window);
    private readonly Queue<(uint Sequence, TimeSpan Due)> _order = new(window);

    public int Count => _waiting.Count;

    public bool HasRoom => _waiting.Count < window;

    public void Add(SequenceNumber sequence, T request, TimeSpan now)
    {
        _waiting.Add(sequence.Value, (request, now + patience));
        _order.Enqueue((sequence.Value, now + patience));
    }

    public bool Contains(SequenceNumber sequence) => _waiting.ContainsKey(sequence.Value);

    public bool TryComplete(SequenceNumber sequence, [MaybeNullWhen(false)] out T request)
    {
        var found = _waiting.Remove(sequence.Value, out var entry);
        request = entry.Request;
        DropAnswered();
        return found;
    }

    /// <summary>Takes out one request that waited too long.</summary>
    public bool TryExpire(TimeSpan now, [MaybeNullWhen(false)] out T request)
    {
        DropAnswered();
        request = default;
        return _order.TryPeek(out var oldest) && oldest.Due <= now && TryComplete(new SequenceNumber(oldest.Sequence), out request);
    }

    /// <summary>Takes out all, the oldest first.</summary>
    public IReadOnlyList<T> Drain()
    {
        T[] all = [.. _waiting.OrderBy(entry => entry.Value.Due).Select(entry => entry.Value.Request)];
        _waiting.Clear();
        _order.Clear();
        return all;
    }

    // Answers come nearly in order, so the order stays nearly as short as the window; an entry is stale when its number waits no more, or again.
    private void DropAnswered()
    {
        while (_order.TryPeek(out var oldest) && (!_waiting.TryGetValue(oldest.Sequence, out var entry) || entry.Due != oldest.Due))
        {
            _ = _order.Dequeue();
        }
    }
}
