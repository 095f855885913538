namespace AlertAutomaton.Media.Ports;

/// <summary>
/// Even ports for RTP, each with the odd one above it for RTCP (RFC 3550 §11). Pairs are taken in a ring from a random start and rest after use,
/// so that a late packet of one call never reaches the next. Safe for several threads.
/// </summary>
public sealed class RtpPortPool
{
    private readonly Lock _gate = new();
    private readonly Queue<Resting> _free;
    private readonly TimeProvider _time;
    private readonly TimeSpan _quarantine;
    private readonly HashSet<int> _inUse = [];

    /// <summary>Lays out the pairs of a range.</summary>
    /// <param name="firstPort">1024 or more; an odd one is rounded up.</param>
    /// <param name="lastPort">Inclusive, at most 65535.</param>
    /// <param name="quarantine">How long a pair rests.</param>
    /// <param name="time">The clock.</param>
    /// <param name="start">Any number: which pair comes first.</param>
    /// <exception cref="ArgumentException">The range is wrong or holds no pair.</exception>
    public RtpPortPool(int firstPort, int lastPort, TimeSpan quarantine, TimeProvider time, int start)
    {
        var first = firstPort + (firstPort & 1);
        var pairs = (lastPort - first + 1) / 2;
        if (firstPort < 1024 || lastPort > 65_535 || pairs < 1)
            throw new ArgumentException($"The RTP ports {firstPort}-{lastPort} hold no pair between 1024 and 65535.", nameof(firstPort));
        _time = time;
        _quarantine = quarantine;
        Capacity = pairs;
        _free = new Queue<Resting>(pairs);
        var offset = (int)((uint)start % (uint)pairs);
        for (var i = 0; i < pairs; i++)
            _free.Enqueue(new Resting(first + 2 * ((i + offset) % pairs), Since: null));
    }

    /// <summary>Pairs in all.</summary>
    public int Capacity { get; }

    /// <summary>Pairs taken.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
            {
                return _inUse.Count;
            }
        }
    }

    /// <summary>Takes the pair that has rested longest; false when all are in use or still resting.</summary>
    public bool TryTake(out int rtpPort)
    {
        lock (_gate)
        {
            rtpPort = 0;
            if (!_free.TryPeek(out var head) || head.Since is { } since && _time.GetElapsedTime(since) < _quarantine)
                return false;
            _free.Dequeue();
            _inUse.Add(head.Port);
            rtpPort = head.Port;
            return true;
        }
    }

    /// <summary>Gives a pair back; it rests first. Giving back what was not taken changes nothing.</summary>
    public void Release(int rtpPort)
    {
        lock (_gate)
        {
            if (_inUse.Remove(rtpPort))
                _free.Enqueue(new Resting(rtpPort, _time.GetTimestamp()));
        }
    }

    private readonly record struct Resting(int Port, long? Since);
}
