namespace AlertAutomaton.Lab.Exchange;

/// <summary>Counts calls at once, new calls within a second, and how often each number was called. Thread-safe.</summary>
internal sealed class CallCounter(int? channels, int? callsPerSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _starts = new();
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);

    public int InUse { get; private set; }

    public int Peak { get; private set; }

    /// <summary>Calls that were turned away.</summary>
    public int OverLimit { get; private set; }

    /// <summary>Takes a channel.</summary>
    /// <returns>False when all are taken or too many came within the second.</returns>
    public bool TryEnter(out bool tooFast)
    {
        lock (_gate)
        {
            while (_starts.TryPeek(out long start) && time.GetElapsedTime(start) >= TimeSpan.FromSeconds(1))
            {
                _starts.Dequeue();
            }

            // Ten in a hundred are forgiven: the network between the two may bring calls together that left apart.
            tooFast = callsPerSecond is { } pace && _starts.Count >= pace + Math.Max(1, pace / 10);
            if (tooFast || (channels is { } most && InUse >= most))
            {
                OverLimit++;
                return false;
            }

            _starts.Enqueue(time.GetTimestamp());
            InUse++;
            Peak = Math.Max(Peak, InUse);
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            InUse--;
        }
    }

    /// <summary>Which call to this number it is, from 1.</summary>
    public int Next(string number)
    {
        lock (_gate)
        {
            return _calls[number] = _calls.GetValueOrDefault(number) + 1;
        }
    }

    /// <summary>How often a number was called.</summary>
    public int CallsTo(string number)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(number);
        }
    }
}
