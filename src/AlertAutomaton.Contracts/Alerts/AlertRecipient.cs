namespace AlertAutomaton.Contracts.Alerts;

/// <summary>One household or person to warn, with the numbers to try in order.</summary>
public sealed record AlertRecipient
{
    /// <summary>Name of the household, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Preferred language, a two-letter code; null takes the first message.</summary>
    public string? Language { get; init; }

    /// <summary>Phone numbers in the order in which they are called, in E.164 (<c>+33162000000</c>) or national form; at most 8. May be empty where there is another way.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>Numbers that take text messages, in the same forms; at most 8. Null: those of <see cref="Phones"/> that the numbering plan gives to mobiles.</summary>
    public IReadOnlyList<string>? TextPhones { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Ways on which the household wants no information: <c>voice</c>, <c>sms</c>, <c>email</c>. A vital alert goes over them, and says so.</summary>
    public IReadOnlyList<string> Refuses { get; init; } = [];

    /// <summary>Name of the trusted person of a vulnerable household.</summary>
    public string? TrustedName { get; init; }

    /// <summary>Number of the trusted person, called and texted while the household stays silent.</summary>
    public string? TrustedPhone { get; init; }

    /// <summary>True when the household is on the list of vulnerable persons, which is called first.</summary>
    public bool Vulnerable { get; init; }

    /// <summary>Groups that the household belongs to, for reports; at most 32.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Postal address, for the door-to-door list of the unreached.</summary>
    public string? Address { get; init; }
}
