namespace AlertAutomaton.Media.Transport;

/// <summary>Sends and receives for all sessions of one clock thread through buffers that it owns; nothing is allocated per packet.</summary>
internal abstract class DatagramIo : IDisposable
{
    /// <summary>Datagrams per system call.</summary>
    public const int Batch = 16;

    /// <summary>Longest datagram taken; longer ones are dropped.</summary>
    public const int DatagramLength = 2048;

    private readonly int[] _outboundLengths = new int[Batch];

    protected byte[] Inbound { get; } = GC.AllocateArray<byte>(Batch * DatagramLength, pinned: true);

    protected byte[] Outbound { get; } = GC.AllocateArray<byte>(Batch * DatagramLength, pinned: true);

    protected int[] InboundLengths { get; } = new int[Batch];

    protected UdpAddress[] Sources { get; } = new UdpAddress[Batch];

    protected long[] Arrivals { get; } = new long[Batch];

    /// <summary>Datagrams that wait for <see cref="Flush"/>.</summary>
    public int StagedCount => Staged;

    protected int Staged { get; private set; }

    /// <summary>Takes what waits at a socket, at most so many datagrams.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="limit">1 to <see cref="Batch"/>. Asking for no more than what is expected spares the system the search for one more.</param>
    public abstract int Receive(MediaSocket socket, int limit = Batch);

    /// <summary>A datagram of the last <see cref="Receive"/>; empty for one that was too long.</summary>
    public ReadOnlySpan<byte> Datagram(int index) => Inbound.AsSpan(index * DatagramLength, InboundLengths[index]);

    /// <summary>Who sent it.</summary>
    public ref readonly UdpAddress Source(int index) => ref Sources[index];

    /// <summary>When it came, in nanoseconds of a clock of no known origin.</summary>
    public long Arrival(int index) => Arrivals[index];

    /// <summary>The buffer of the next datagram to send.</summary>
    public Span<byte> Stage() => Outbound.AsSpan(Staged * DatagramLength, DatagramLength);

    /// <summary>Keeps what was written to <see cref="Stage"/>.</summary>
    public void Commit(int length)
    {
        if (Staged < Batch - 1)
            _outboundLengths[Staged++] = length;
    }

    /// <summary>Sends what was staged, all from one socket, and gives how many went out.</summary>
    public int Flush(MediaSocket socket, in UdpAddress to)
    {
        var sent = Staged == 0 ? 0 : Send(socket, to);
        Staged = 0;
        return sent;
    }

    /// <summary>Lets the kernel keep all others away, where the system can.</summary>
    public abstract void Connect(MediaSocket socket, in UdpAddress to);

    /// <summary>Undoes <see cref="Connect"/>.</summary>
    public abstract void Disconnect(MediaSocket socket);

    public virtual void Dispose()
    {
    }

    protected int OutboundLength(int index) => _outboundLengths[index];

    protected abstract int Send(MediaSocket socket, in UdpAddress to);
}
