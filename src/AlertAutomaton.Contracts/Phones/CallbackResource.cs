namespace AlertAutomaton.Contracts.Phones;

/// <summary>A resident who phoned and asked to be registered.</summary>
public sealed record CallbackResource
{
    /// <summary>Names the wish, UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number, E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>The language of the line, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>When consent was given, UTC.</summary>
    public required DateTimeOffset ConsentAt { get; init; }

    /// <summary>The name of the sentence that was consented to.</summary>
    public required string ConsentTo { get; init; }
}
