using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Contracts.Phones;

/// <summary>A group that scenarios name and that a recording can be launched to.</summary>
public sealed record ContactGroupInput
{
    /// <summary>What is typed on the phone, 1 to 9999; null: no phone can choose it.</summary>
    public int? Number { get; init; }

    /// <summary>1 to 100 characters; one of the same name is replaced.</summary>
    public required string Name { get; init; }

    /// <summary>Who is in it.</summary>
    public required IReadOnlyList<AlertRecipient> Recipients { get; init; }
}
