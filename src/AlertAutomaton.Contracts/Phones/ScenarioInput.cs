using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Contracts.Phones;

/// <summary>A prepared alert. One of the same number is replaced.</summary>
public sealed record ScenarioInput
{
    /// <summary>What is typed on the phone, 1 to 9999.</summary>
    public required int Number { get; init; }

    /// <summary>At least one; the first is the title of the alert.</summary>
    public required IReadOnlyList<ScenarioNameText> Names { get; init; }

    /// <summary>What is said, as in a launch.</summary>
    public required IReadOnlyList<AlertMessage> Messages { get; init; }

    /// <summary>Names of groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Further households, as in a launch.</summary>
    public IReadOnlyList<AlertRecipient> Recipients { get; init; } = [];

    /// <summary>Name of the policy.</summary>
    public string Policy { get; init; } = "alert";

    /// <summary><c>real</c>, <c>exercise</c>, <c>test</c>: as what it may be launched.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = ["real", "exercise"];

    /// <summary>Minutes in which attempts may be begun, 1 to 43,200.</summary>
    public int LifetimeMinutes { get; init; } = 240;

    /// <summary>True: a real launch needs a second person.</summary>
    public bool TwoPeople { get; init; }

    /// <summary>Minutes after which a vital one leaves without the second person, 1 to 1440; null: never.</summary>
    public int? OverrideMinutes { get; init; }
}
