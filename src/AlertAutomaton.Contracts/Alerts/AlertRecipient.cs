namespace AlertAutomaton.Contracts.Alerts;

/// <summary>One household or person to warn, with the numbers to try in order.</summary>
public sealed record AlertRecipient
{
    /// <summary>Name of the household, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Preferred language, a two-letter code; null takes the first message.</summary>
    public string? Language { get; init; }

    /// <summary>Phone numbers in the order in which they are tried, in E.164 (<c>+33162000000</c>) or national form; 1 to 8.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>True when the household is on the list of vulnerable persons, which is called first.</summary>
    public bool Vulnerable { get; init; }

    /// <summary>Groups that the household belongs to, for reports; at most 32.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Postal address, for the door-to-door list of the unreached.</summary>
    public string? Address { get; init; }
}
