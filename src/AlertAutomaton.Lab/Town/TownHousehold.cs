namespace AlertAutomaton.Lab.Town;

/// <summary>One invented household. Its numbers come from the ranges that Arcep keeps for fiction: no real phone can ever ring.</summary>
public sealed record TownHousehold
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its mobile, E.164, or null.</summary>
    public string? Mobile { get; init; }

    /// <summary>Its landline, E.164, or null. A household has at least one of the two.</summary>
    public string? Landline { get; init; }

    /// <summary>Its e-mail address, or null. The end of its name says what its mailbox does, see <see cref="Mail.MailRules"/>.</summary>
    public string? Email { get; init; }

    /// <summary>The language to speak to it: fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>Where it lives.</summary>
    public required string Address { get; init; }

    /// <summary>North, in degrees.</summary>
    public required double Latitude { get; init; }

    /// <summary>East, in degrees.</summary>
    public required double Longitude { get; init; }

    /// <summary>True when it stands on the list of vulnerable persons.</summary>
    public required bool Vulnerable { get; init; }

    /// <summary>The person trusted by a vulnerable one, or null.</summary>
    public string? TrustedName { get; init; }

    /// <summary>That person's number, or null.</summary>
    public string? TrustedPhone { get; init; }
}
