using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Contacts under a name: a group that several scenarios warn, or the audience of one scenario.</summary>
public sealed record ContactList
{
    /// <summary>The highest number.</summary>
    public const int HighestNumber = 9999;

    /// <summary>Whose.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>1 to 100 characters, unique within the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>What is typed on the phone, 1 to 9999, unique within the organisation; null for a list that no phone can choose.</summary>
    public int? Number { get; init; }

    /// <summary>Who is on it.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }
}
