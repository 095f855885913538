namespace AlertAutomaton.Media.Sessions;

/// <summary>What a session sent and received so far (RFC 3550 §6.4).</summary>
public sealed record MediaStatistics
{
    /// <summary>RTP packets sent.</summary>
    public long PacketsSent { get; init; }

    /// <summary>RTP packets that the system refused to send.</summary>
    public long SendErrors { get; init; }

    /// <summary>RTP packets believed.</summary>
    public long PacketsReceived { get; init; }

    /// <summary>Packets expected from the sequence numbers and never seen.</summary>
    public long PacketsLost { get; init; }

    /// <summary>Packets seen twice.</summary>
    public long Duplicates { get; init; }

    /// <summary>Packets that came behind a later one.</summary>
    public long Reordered { get; init; }

    /// <summary>Packets from a source that is not believed (injection, or early media before any answer).</summary>
    public long Ignored { get; init; }

    /// <summary>Datagrams that are neither RTP nor RTCP.</summary>
    public long Malformed { get; init; }

    /// <summary>Interarrival jitter (RFC 3550 §A.8).</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The share of our packets that the far end last reported lost, 0 to 1; null before its first report.</summary>
    public double? RemoteLoss { get; init; }

    /// <summary>The jitter that the far end last reported; null before its first report.</summary>
    public TimeSpan? RemoteJitter { get; init; }

    /// <summary>Round trip from the last pair of RTCP reports; null before it is known.</summary>
    public TimeSpan? RoundTrip { get; init; }
}
