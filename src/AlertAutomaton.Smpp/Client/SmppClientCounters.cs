namespace AlertAutomaton.Smpp.Client;

/// <summary>The counters behind <see cref="SmppClientCounts"/>.</summary>
internal sealed class SmppClientCounters
{
    public long Submitted;
    public long Accepted;
    public long Rejected;
    public long Throttled;
    public long Unknown;
    public long Late;
    public long Receipts;
    public long Texts;
    public long Repeats;
    public long Unreadable;
    public long Refused;

    public SmppClientCounts Read() => new(
        Interlocked.Read(ref Submitted),
        Interlocked.Read(ref Accepted),
        Interlocked.Read(ref Rejected),
        Interlocked.Read(ref Throttled),
        Interlocked.Read(ref Unknown),
        Interlocked.Read(ref Late),
        Interlocked.Read(ref Receipts),
        Interlocked.Read(ref Texts),
        Interlocked.Read(ref Repeats),
        Interlocked.Read(ref Unreadable),
        Interlocked.Read(ref Refused));
}
