using AlertAutomaton.Channels.Sms.Gateways;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>
/// Receipts that overtook the response to their text, or its way to the disk: looked for again after 0.5, 1, 2, 4, … seconds until they are too
/// old. Bounded: when it is full, the oldest goes. Pure state, one owner, not thread-safe.
/// </summary>
/// <param name="most">How many wait at one time, 1 or more.</param>
/// <param name="patience">How long a receipt waits.</param>
public sealed class ParkedReceipts(int most, TimeSpan patience)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(16);

    private readonly LinkedList<ParkedReceipt> _parked = new();

    /// <summary>How many wait.</summary>
    public int Count => _parked.Count;

    /// <summary>When the next one is due; null when none waits.</summary>
    public TimeSpan? NextDue => _parked.Count == 0 ? null : _parked.Min(parked => parked.Due);

    /// <summary>Takes a receipt that came just now.</summary>
    /// <returns>One that had to go for it; null when there was room.</returns>
    public ParkedReceipt? Add(GatewayReceipt receipt, TimeSpan now)
    {
        ParkedReceipt? gone = null;
        if (_parked.Count >= most)
        {
            gone = _parked.First!.Value;
            _parked.RemoveFirst();
        }

        _parked.AddLast(new ParkedReceipt(receipt, now, 1, now + FirstWait));
        return gone;
    }

    /// <summary>Takes out those that are due.</summary>
    public IReadOnlyList<ParkedReceipt> TakeDue(TimeSpan now)
    {
        var due = new List<ParkedReceipt>();
        for (var node = _parked.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Due <= now)
            {
                due.Add(node.Value);
                _parked.Remove(node);
            }

            node = next;
        }

        return due;
    }

    /// <summary>Puts one back whose text is still not known.</summary>
    /// <returns>False when it has waited long enough: its text will not come.</returns>
    public bool PutBack(ParkedReceipt parked, TimeSpan now)
    {
        if (now - parked.Since >= patience || _parked.Count >= most)
        {
            return false;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(parked.Tries, 10));
        _parked.AddLast(parked with { Tries = parked.Tries + 1, Due = now + (wait < LongestWait ? wait : LongestWait) });
        return true;
    }
}
