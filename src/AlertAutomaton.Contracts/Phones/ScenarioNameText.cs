namespace AlertAutomaton.Contracts.Phones;

/// <summary>The name of a scenario in one language.</summary>
public sealed record ScenarioNameText
{
    /// <summary>One of the configured languages, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>As lists show it; 1 to 200 characters.</summary>
    public required string Written { get; init; }

    /// <summary>As the phone says it, 1 to 200 characters; null: as written.</summary>
    public string? Spoken { get; init; }
}
