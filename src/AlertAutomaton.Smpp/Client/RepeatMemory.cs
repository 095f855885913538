using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Client;

/// <summary>
/// Remembers what came last under a key, so that a gateway's repetition is answered like the first time and not handed on twice. Only the last one
/// counts: a resident who answers 1, then 2, then 1 again means it. Bounded; pure state with the clock passed in; one owner.
/// </summary>
/// <param name="keep">How long.</param>
/// <param name="most">How many keys.</param>
internal sealed class RepeatMemory(TimeSpan keep, int most = 20_000)
{
    private readonly Dictionary<string, (string Content, Task<bool> Stored, TimeSpan At)> _last = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, TimeSpan At)> _order = new();

    public int Count => _last.Count;

    /// <summary>Gives the storing of the same content, done or going on; false when it is new.</summary>
    public bool TryFind(string key, string content, TimeSpan now, [NotNullWhen(true)] out Task<bool>? stored)
    {
        while (_order.TryPeek(out var oldest) && (now - oldest.At > keep || _last.Count >= most))
        {
            _ = _order.Dequeue();
            if (_last.TryGetValue(oldest.Key, out var aged) && aged.At == oldest.At)
            {
                _ = _last.Remove(oldest.Key);
            }
        }

        // What could not be stored is new again.
        var isKnown = _last.TryGetValue(key, out var entry) && string.Equals(entry.Content, content, StringComparison.Ordinal)
            && !(entry.Stored is { IsCompletedSuccessfully: true, Result: false });
        stored = isKnown ? entry.Stored : null;
        return stored is not null;
    }

    public void Remember(string key, string content, Task<bool> stored, TimeSpan now)
    {
        _last[key] = (content, stored, now);
        _order.Enqueue((key, now));
    }
}
