namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>What a scenario is called in one language.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Written">As lists show it: "Crue, rive droite".</param>
/// <param name="Spoken">As it is said on the phone; the same where nothing else is wanted.</param>
public sealed record ScenarioName(string Language, string Written, string Spoken);
