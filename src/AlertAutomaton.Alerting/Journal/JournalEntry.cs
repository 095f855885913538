using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>One entry of an alert's journal, as stored.</summary>
public sealed record JournalEntry
{
    /// <summary>The alert whose journal it is in.</summary>
    public required AlertId Alert { get; init; }

    /// <summary>Its place, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened (UTC, whole ticks).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened: a name of <see cref="AlertEventCodec"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the payload's form.</summary>
    public required int Version { get; init; }

    /// <summary>The event, UTF-8 JSON, exactly the bytes that were hashed.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>SHA-256 of the hash of the entry before and of this entry (<see cref="JournalChain"/>); 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }
}
