namespace AlertAutomaton.Smpp.Client;

/// <summary>A gateway at one moment.</summary>
public sealed record SmppClientSnapshot
{
    /// <summary>The gateway's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it takes submissions.</summary>
    public required bool IsBound { get; init; }

    /// <summary>Whether it brings receipts and replies.</summary>
    public required bool IsReceiving { get; init; }

    /// <summary>Since when it is bound or not.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it is not bound, or was not last time; null when there never was a fault.</summary>
    public required string? LastFault { get; init; }

    /// <summary>submit_sm that wait for their response.</summary>
    public required int WindowInUse { get; init; }

    /// <summary>Segments that wait to leave.</summary>
    public required int Queued { get; init; }

    /// <summary>The rate that holds now, in segments per second.</summary>
    public required double SegmentsPerSecond { get; init; }

    /// <summary>Counted since the start.</summary>
    public required SmppClientCounts Counts { get; init; }
}
