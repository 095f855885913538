using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>What came out of reading an import: lists and scenarios, or the fields at fault.</summary>
internal sealed record ScenarioImportReading(IReadOnlyList<ContactList> Lists, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<FieldProblem> Problems);
