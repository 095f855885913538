namespace AlertAutomaton.Contracts.Phones;

/// <summary>The name of a scenario in one language.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Written">As lists show it; 1 to 200 characters.</param>
/// <param name="Spoken">As the phone says it; null: as written.</param>
public sealed record ScenarioNameText(string Language, string Written, string? Spoken);
