using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>
/// Puts the segments of long replies together, in any order, doubles ignored. Pure state with a clock passed in; memory is bounded by the number
/// of texts waiting and by their octets: when it is full, the oldest is given out with what came, so nothing is lost. One owner, not thread-safe.
/// </summary>
/// <param name="expiry">How long a text waits for its last segment.</param>
/// <param name="mostTexts">Texts waiting at one time.</param>
/// <param name="mostOctets">Octets waiting at one time.</param>
public sealed class SmsAssembly(TimeSpan expiry, int mostTexts = 1_000, int mostOctets = 1_000_000)
{
    private readonly Dictionary<SmsAssemblyKey, Waiting> _waiting = [];
    private readonly Queue<(SmsAssemblyKey Key, long Ticket)> _order = new();
    private long _ticket;
    private int _octets;

    /// <summary>Texts that wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Octets that wait.</summary>
    public int Octets => _octets;

    /// <summary>Takes a segment; gives what is complete, or had to make room, now.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="number">Which segment, 1 to the key's total; others are ignored.</param>
    /// <param name="dataCoding">Its coding.</param>
    /// <param name="octets">Its octets without header.</param>
    /// <param name="now">A monotonic moment.</param>
    public IReadOnlyList<SmsAssemblyResult> Add(SmsAssemblyKey key, int number, byte dataCoding, OctetString octets, TimeSpan now)
    {
        if (number < 1 || number > key.Total)
        {
            return [];
        }

        if (!_waiting.TryGetValue(key, out var text))
        {
            text = new Waiting(new OctetString?[key.Total], dataCoding, now + expiry, ++_ticket);
            _waiting.Add(key, text);
            _order.Enqueue((key, text.Ticket));
        }

        if (text.Parts[number - 1] is null)
        {
            text.Parts[number - 1] = octets;
            _octets += octets.Length;
        }

        List<SmsAssemblyResult> done = [];
        if (Array.TrueForAll(text.Parts, part => part is not null))
        {
            done.Add(Take(key, text));
        }

        while (_waiting.Count > mostTexts || _octets > mostOctets)
        {
            TakeOldest(done);
        }

        return done;
    }

    /// <summary>
    /// Takes back what could not be stored, without the segment that will be repeated, so that the repetition completes it. What does not fit is
    /// given out again at its next turn.
    /// </summary>
    /// <param name="result">What was given out.</param>
    /// <param name="repeated">The segment that the gateway will send again; 0 for none.</param>
    /// <param name="now">A monotonic moment.</param>
    public void PutBack(SmsAssemblyResult result, int repeated, TimeSpan now)
    {
        if (_waiting.ContainsKey(result.Key))
        {
            return;
        }

        OctetString?[] parts = [.. result.Parts.Select((part, index) => index + 1 == repeated ? null : part)];
        var text = new Waiting(parts, result.DataCoding, now + expiry, ++_ticket);
        _waiting.Add(result.Key, text);
        _order.Enqueue((result.Key, text.Ticket));
        _octets += parts.Sum(part => part?.Length ?? 0);
    }

    /// <summary>Gives out what waited too long, with the segments that came.</summary>
    public IReadOnlyList<SmsAssemblyResult> Expire(TimeSpan now)
    {
        List<SmsAssemblyResult> done = [];
        while (_order.TryPeek(out var oldest))
        {
            var isWaiting = _waiting.TryGetValue(oldest.Key, out var text) && text.Ticket == oldest.Ticket;
            if (isWaiting && text!.Due > now)
            {
                break;
            }

            TakeOldest(done);
        }

        return done;
    }

    private void TakeOldest(List<SmsAssemblyResult> done)
    {
        var (key, ticket) = _order.Dequeue();
        if (_waiting.TryGetValue(key, out var text) && text.Ticket == ticket)
        {
            done.Add(Take(key, text));
        }
    }

    private SmsAssemblyResult Take(SmsAssemblyKey key, Waiting text)
    {
        _ = _waiting.Remove(key);
        var parts = text.Parts.Where(part => part is not null).Select(part => part!.Value).ToArray();
        var octets = new byte[parts.Sum(part => part.Length)];
        var offset = 0;
        foreach (var part in parts)
        {
            part.Span.CopyTo(octets.AsSpan(offset));
            offset += part.Length;
        }

        _octets -= octets.Length;

        // Completed texts leave their place in the order behind; it is dropped here so that the order stays as small as what waits.
        while (_order.TryPeek(out var oldest) && (!_waiting.TryGetValue(oldest.Key, out var other) || other.Ticket != oldest.Ticket))
        {
            _ = _order.Dequeue();
        }

        return new SmsAssemblyResult(key, text.DataCoding, new OctetString(octets), text.Parts.Length - parts.Length) { Parts = text.Parts };
    }

    private sealed record Waiting(OctetString?[] Parts, byte DataCoding, TimeSpan Due, long Ticket);
}
