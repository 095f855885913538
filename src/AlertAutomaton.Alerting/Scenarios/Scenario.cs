using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>A prepared alert: message, audience, policy, ready to launch.</summary>
public sealed record Scenario
{
    /// <summary>The highest number for the phone.</summary>
    public const int HighestNumber = 9999;

    /// <summary>Names the scenario.</summary>
    public required ScenarioId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>What is typed on the phone: 1 to 9999, unique within the organisation.</summary>
    public required int Number { get; init; }

    /// <summary>Its names; the first is used for a language that is missing. Never empty.</summary>
    public required IReadOnlyList<ScenarioName> Names { get; init; }

    /// <summary>What is said.</summary>
    public required AlertMessage Message { get; init; }

    /// <summary>Whom it warns.</summary>
    public required ScenarioAudience Audience { get; init; }

    /// <summary>The delivery policy by its name.</summary>
    public required string Policy { get; init; }

    /// <summary>How it may be launched.</summary>
    public IReadOnlyList<AlertKind> Kinds { get; init; } = [AlertKind.Real, AlertKind.Exercise];

    /// <summary>How long attempts may be begun; more than zero, at most 30 days.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>True when a second operator has to approve a real launch.</summary>
    public bool TwoPeople { get; init; }

    /// <summary>
    /// For danger to life: after this long without a decision it goes with one person's word, and the log says so. Null: never. Holds only
    /// where the policy's purpose is vital.
    /// </summary>
    public TimeSpan? OverrideAfter { get; init; }

    /// <summary>The name in a language, else the first.</summary>
    /// <param name="language">Two letters.</param>
    /// <returns>The name.</returns>
    public ScenarioName NameIn(string language) =>
        Names.FirstOrDefault(name => string.Equals(name.Language, language, StringComparison.OrdinalIgnoreCase)) ?? Names[0];
}
