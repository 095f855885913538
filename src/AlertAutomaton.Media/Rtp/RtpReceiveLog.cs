namespace AlertAutomaton.Media.Rtp;

/// <summary>Counts what arrives from one source: loss, order, doubles, jitter (RFC 3550 §A.1, §A.3, §A.8). One owner; allocates nothing per packet.</summary>
public sealed class RtpReceiveLog
{
    // §A.1: a jump of more than this is not loss, and one of more than that backwards is not reordering.
    private const int MaximumDropout = 3000;
    private const int MaximumMisorder = 100;
    private const int ClockRate = 8000;

    private RtpSequenceNumber _highest;
    private RtpSequenceNumber _expectedAfterStrange;
    private bool _strangeSeen;
    private uint _cycles;
    private uint _baseSequence;
    private ulong _window;
    private long _transitOrigin;
    private bool _transitKnown;
    private double _jitter;
    private long _expectedBefore;
    private long _receivedBefore;
    private long _receivedHere;

    /// <summary>Whether any packet has come.</summary>
    public bool HasSource { get; private set; }

    /// <summary>The source counted at present.</summary>
    public uint Ssrc { get; private set; }

    /// <summary>Times that the source or its numbering changed.</summary>
    public int Restarts { get; private set; }

    /// <summary>Packets received, doubles left out.</summary>
    public long Received { get; private set; }

    /// <summary>Packets seen twice.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Packets behind a later one.</summary>
    public long Reordered { get; private set; }

    /// <summary>Packets lost by the sources before the present one.</summary>
    public long LostBefore { get; private set; }

    /// <summary>Packets lost in all.</summary>
    public long Lost => LostBefore + LostHere;

    /// <summary>Highest sequence number with the count of wrap-arounds above it (RFC 3550 §6.4.1).</summary>
    public uint ExtendedHighest => _cycles + _highest.Value;

    /// <summary>Jitter in timestamp units.</summary>
    public double JitterUnits => _jitter;

    private long LostHere => HasSource ? Math.Max(0, ExpectedHere - _receivedHere) : 0;

    private long ExpectedHere => (long)ExtendedHighest - _baseSequence + 1;

    /// <summary>Takes note of a packet.</summary>
    /// <param name="ssrc">Its source.</param>
    /// <param name="sequence">Its number.</param>
    /// <param name="timestamp">Its timestamp.</param>
    /// <param name="arrival">When it came, in nanoseconds of any steady clock.</param>
    public RtpArrival Note(uint ssrc, RtpSequenceNumber sequence, RtpTimestamp timestamp, long arrival)
    {
        if (!HasSource || ssrc != Ssrc)
        {
            Restart(ssrc, sequence);
            NoteTransit(timestamp, arrival);
            return RtpArrival.Restarted;
        }

        var steps = sequence.StepsFrom(_highest);
        if (steps is > MaximumDropout or < -MaximumMisorder)
        {
            // §A.1: two packets in a row of a new numbering make a restart; one alone is a stray.
            if (_strangeSeen && sequence == _expectedAfterStrange)
            {
                Restart(ssrc, sequence);
                NoteTransit(timestamp, arrival);
                return RtpArrival.Restarted;
            }

            _strangeSeen = true;
            _expectedAfterStrange = sequence.Next;
            return RtpArrival.Strange;
        }

        _strangeSeen = false;
        if (steps > 0)
        {
            if (sequence.Value < _highest.Value)
                _cycles += 1u << 16;
            _highest = sequence;
            _window = steps < 64 ? _window << steps | 1 : 1;
            Count();
            NoteTransit(timestamp, arrival);
            return RtpArrival.InOrder;
        }

        // Packets more than 64 behind are taken for late ones: the window that tells doubles apart ends there.
        var bit = -steps < 64 ? 1ul << -steps : 0;
        if ((_window & bit) != 0)
        {
            Duplicates++;
            return RtpArrival.Duplicate;
        }

        _window |= bit;
        Reordered++;
        Count();
        return RtpArrival.Late;
    }

    /// <summary>The share lost since the last call, in 1/256 (RFC 3550 §A.3).</summary>
    public byte TakeFractionLost()
    {
        var expected = ExpectedHere;
        var expectedSince = expected - _expectedBefore;
        var lostSince = expectedSince - (_receivedHere - _receivedBefore);
        _expectedBefore = expected;
        _receivedBefore = _receivedHere;
        return expectedSince <= 0 || lostSince <= 0 ? (byte)0 : (byte)Math.Min(255, lostSince * 256 / expectedSince);
    }

    private void Count()
    {
        Received++;
        _receivedHere++;
    }

    private void Restart(uint ssrc, RtpSequenceNumber sequence)
    {
        LostBefore += LostHere;
        if (HasSource)
            Restarts++;
        HasSource = true;
        Ssrc = ssrc;
        _highest = sequence;
        _baseSequence = sequence.Value;
        _cycles = 0;
        _window = 1;
        _strangeSeen = false;
        _transitKnown = false;
        _receivedHere = 0;
        _receivedBefore = 0;
        _expectedBefore = 0;
        Count();
    }

    // §A.8: J += (|D| − J) / 16, with D the change of transit time between packets as they arrive.
    private void NoteTransit(RtpTimestamp timestamp, long arrival)
    {
        var arrivalUnits = arrival / (1_000_000_000 / ClockRate);
        var transit = unchecked((int)((uint)arrivalUnits - timestamp.Value));
        if (_transitKnown)
        {
            var change = Math.Abs((long)unchecked(transit - (int)_transitOrigin));
            // A sender that restarts its clock, or a stepped system clock, is not jitter.
            if (change < 10 * ClockRate)
                _jitter += (change - _jitter) / 16;
        }

        _transitOrigin = transit;
        _transitKnown = true;
    }
}
