using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Whom a scenario warns: everybody in any of the groups, and these contacts. A contact in several counts once.</summary>
public sealed record ScenarioAudience
{
    /// <summary>Named lists of the register.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Single contacts.</summary>
    public IReadOnlyList<ContactId> Contacts { get; init; } = [];

    /// <summary>True when it names nobody.</summary>
    [JsonIgnore]
    public bool IsEmpty => Groups.Count == 0 && Contacts.Count == 0;
}
