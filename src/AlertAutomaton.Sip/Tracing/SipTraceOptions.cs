namespace AlertAutomaton.Sip.Tracing;

/// <summary>How a wire trace is written.</summary>
public sealed record SipTraceOptions
{
    /// <summary>The file; a full one is renamed with ".1" behind it, replacing the one before.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes after which the file is renamed; 64 KiB and more. 50 MB.</summary>
    public long MaximumBytes { get; init; } = 50_000_000;

    /// <summary>Packets that may wait to be written; further ones are counted and left out. 2,000.</summary>
    public int MaximumWaiting { get; init; } = 2_000;

    /// <summary>Whether the middle digits of phone numbers are masked. True.</summary>
    public bool MasksNumbers { get; init; } = true;
}
