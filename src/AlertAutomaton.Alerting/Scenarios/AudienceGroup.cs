namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>A group of the register as the phone knows it.</summary>
/// <param name="Number">What is typed: 1 to 9999, unique within the organisation.</param>
/// <param name="Name">The group.</param>
public sealed record AudienceGroup(int Number, string Name);
