using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>
/// The live stream of notices. Keeps the last ones so that a reader that lost its connection goes on where it was; a reader that is
/// too slow loses the oldest notices, sees the gap in the sequence, and slows nobody down. Safe for concurrent use.
/// </summary>
public sealed class AlertFeed
{
    /// <summary>How many notices are kept, and how many wait for a slow reader.</summary>
    public const int Kept = 2048;

    private readonly Lock _gate = new();
    private readonly Queue<AlertNotice> _kept = new();
    private readonly List<Channel<AlertNotice>> _readers = [];
    private readonly AttemptCountsState _counts = new();
    private long _sequence;

    /// <summary>The sequence of the latest notice; 0 when there was none.</summary>
    public long LastSequence
    {
        get
        {
            lock (_gate)
            {
                return _sequence;
            }
        }
    }

    /// <summary>How many attempts ended and were reported on since the process began. No slow reader makes it lose one.</summary>
    /// <returns>The counts of this moment.</returns>
    public AttemptCountsSnapshot CountAttempts()
    {
        lock (_gate)
        {
            return _counts.Snapshot();
        }
    }

    /// <summary>Reads notices until cancelled.</summary>
    /// <param name="afterSequence">Kept notices after this one come first; null: only new ones.</param>
    /// <param name="ct">Ends the stream.</param>
    /// <returns>The notices in order.</returns>
    public async IAsyncEnumerable<AlertNotice> ReadAsync(long? afterSequence, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = Channel.CreateBounded<AlertNotice>(new BoundedChannelOptions(Kept)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });
        lock (_gate)
        {
            foreach (var notice in _kept)
            {
                if (afterSequence is { } after && notice.Sequence > after)
                {
                    reader.Writer.TryWrite(notice);
                }
            }

            _readers.Add(reader);
        }

        try
        {
            await foreach (var notice in reader.Reader.ReadAllAsync(ct))
            {
                yield return notice;
            }
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(reader);
            }
        }
    }

    /// <summary>Gives a notice its sequence and hands it to all readers.</summary>
    /// <param name="notice">The notice.</param>
    internal void Publish(AlertNotice notice)
    {
        lock (_gate)
        {
            notice = notice with { Sequence = ++_sequence };
            if (notice is AttemptNotice attempt)
            {
                _counts.Add(attempt);
            }

            _kept.Enqueue(notice);
            if (_kept.Count > Kept)
            {
                _kept.Dequeue();
            }

            foreach (var reader in _readers)
            {
                reader.Writer.TryWrite(notice);
            }
        }
    }
}
