namespace AlertAutomaton.Contracts.Phones;

/// <summary>A prepared alert as it stands.</summary>
public sealed record ScenarioResource
{
    /// <summary>Names it.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is typed on the phone.</summary>
    public required int Number { get; init; }

    /// <summary>Its name per language.</summary>
    public required IReadOnlyList<ScenarioNameText> Names { get; init; }

    /// <summary>Name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>As what it may be launched.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Minutes in which attempts may be begun.</summary>
    public required int LifetimeMinutes { get; init; }

    /// <summary>True when a real launch needs a second person.</summary>
    public bool TwoPeople { get; init; }

    /// <summary>Minutes after which it leaves without one; null: never.</summary>
    public int? OverrideMinutes { get; init; }

    /// <summary>Groups that it warns.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Households that it would warn now.</summary>
    public required int Households { get; init; }
}
