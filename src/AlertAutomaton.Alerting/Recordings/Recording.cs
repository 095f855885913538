using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Recordings;

/// <summary>A message that an operator spoke, kept under a number.</summary>
public sealed record Recording
{
    /// <summary>The highest number.</summary>
    public const int HighestNumber = 999;

    /// <summary>Whose.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>1 to 999, unique within the organisation; keeping another one under it replaces it.</summary>
    public required int Number { get; init; }

    /// <summary>The language of the line on which it was spoken, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>How long it is.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Who spoke; null for an upload.</summary>
    public OperatorId? RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The WAV file, 8 kHz 16-bit mono, a path that the host can read; set by the store.</summary>
    public string Path { get; init; } = "";
}
