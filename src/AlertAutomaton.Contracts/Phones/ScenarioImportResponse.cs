namespace AlertAutomaton.Contracts.Phones;

/// <summary>What was taken.</summary>
/// <param name="Groups">Groups on disk.</param>
/// <param name="Scenarios">Scenarios on disk.</param>
public sealed record ScenarioImportResponse(int Groups, int Scenarios);
