using System.Runtime.InteropServices;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>
/// Adds up the receipts of the segments of each text: it is delivered only when all of them are, and one that failed fails it. Bounded: the
/// oldest texts are forgotten first. Pure state, one owner, not thread-safe.
/// </summary>
/// <remarks>
/// What is forgotten, or was counted by a process that died, is begun again by <see cref="Restore"/>: segments whose receipts came before are
/// missing from the new count, so such a text of several segments may stay <c>Submitted</c> for ever. It is never called delivered without
/// the proof of every segment, and a failure is told all the same.
/// </remarks>
/// <param name="mostTexts">How many texts are remembered at one time, 1 or more.</param>
public sealed class SegmentTally(int mostTexts = 100_000)
{
    private readonly Dictionary<AttemptId, Count> _counts = [];
    private readonly Queue<AttemptId> _order = new();

    /// <summary>How many texts are remembered.</summary>
    public int Texts => _counts.Count;

    /// <summary>Remembers a text that a gateway took.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="receipts">How many receipts make it whole; 0 when it can never be whole, because a part of it was refused.</param>
    /// <param name="sent">When it was handed over, a monotonic moment.</param>
    public void Begin(AttemptId attempt, int receipts, TimeSpan sent)
    {
        while (_order.Count >= mostTexts)
        {
            _counts.Remove(_order.Dequeue());
        }

        if (_counts.TryAdd(attempt, new Count { Receipts = receipts, Sent = sent }))
        {
            _order.Enqueue(attempt);
        }
    }

    /// <summary>Remembers a text of which nothing is known but what is on disk.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="receipts">How many receipts make it whole; 0 when it can never be whole.</param>
    public void Restore(AttemptId attempt, int receipts) => Begin(attempt, receipts, TimeSpan.MinValue);

    /// <summary>True when a text is remembered.</summary>
    public bool Knows(AttemptId attempt) => _counts.ContainsKey(attempt);

    /// <summary>When a text was handed over, told once: at its first receipt. Null for later ones, and for restored texts.</summary>
    public TimeSpan? FirstReceipt(AttemptId attempt)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_counts, attempt);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) || count.HadReceipt)
        {
            return null;
        }

        count.HadReceipt = true;
        return count.Sent == TimeSpan.MinValue ? null : count.Sent;
    }

    /// <summary>Takes a final receipt of one segment.</summary>
    /// <param name="attempt">A text that is remembered.</param>
    /// <param name="segment">The reference of the segment; a second receipt of the same one counts once.</param>
    /// <param name="isDelivered">Whether that segment is on the handset; false: it failed.</param>
    /// <returns>What it means for the text.</returns>
    public TallyVerdict Take(AttemptId attempt, string segment, bool isDelivered)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_counts, attempt);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
        {
            throw new ArgumentException("The text is not remembered; restore it first.", nameof(attempt));
        }

        if (count.IsTold)
        {
            return TallyVerdict.Known;
        }

        if (!isDelivered)
        {
            count.IsTold = true;
            return TallyVerdict.Tell;
        }

        if (count.Receipts != 1)
        {
            count.Delivered ??= new HashSet<string>(StringComparer.Ordinal);
            if (!count.Delivered.Add(segment) || count.Delivered.Count != count.Receipts)
            {
                return TallyVerdict.Wait;
            }
        }

        count.IsTold = true;
        return TallyVerdict.Tell;
    }

    /// <summary>Takes back that a text was told, because it could not be written: the repeated receipt must be told again.</summary>
    /// <param name="attempt">The text.</param>
    /// <param name="segment">The segment whose receipt will be repeated.</param>
    public void TakeBack(AttemptId attempt, string segment)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_counts, attempt);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
        {
            count.IsTold = false;
            count.Delivered?.Remove(segment);
        }
    }

    private struct Count
    {
        public int Receipts;
        public TimeSpan Sent;
        public bool HadReceipt;
        public bool IsTold;
        public HashSet<string>? Delivered;
    }
}
