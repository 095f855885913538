using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Register;

/// <summary>A household or a person in the register of an organisation.</summary>
public sealed record Contact
{
    /// <summary>The most contact points, own and trusted together, that one contact may have.</summary>
    public const int MaximumPoints = 32;

    /// <summary>Names the contact.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The organisation whose register it is in.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The name on the list, never spoken in a call.</summary>
    public required string Name { get; init; }

    /// <summary>The language of the household (BCP 47, <c>fr</c>, <c>en</c>, …).</summary>
    public required string Language { get; init; }

    /// <summary>How to reach it, in the order in which to try; at most <see cref="MaximumPoints"/> with the trusted person's.</summary>
    public required IReadOnlyList<ContactPoint> Points { get; init; }

    /// <summary>The named lists it belongs to.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>True when somebody in it needs help to be safe: called first, visited when silent.</summary>
    public bool Vulnerable { get; init; }

    /// <summary>The street address, for the map and the door-to-door list.</summary>
    public string? Address { get; init; }

    /// <summary>The place in degrees (WGS 84), when known.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>The channels on which the household wants no information; a vital alert uses them all the same.</summary>
    public IReadOnlyList<ChannelKind> InformationRefusals { get; init; } = [];

    /// <summary>Who to ask when the household stays silent.</summary>
    public TrustedPerson? TrustedPerson { get; init; }
}
