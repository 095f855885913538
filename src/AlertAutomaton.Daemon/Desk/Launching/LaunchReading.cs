using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>What came out of reading an order: the engine's request, or the fields at fault.</summary>
internal sealed record LaunchReading(LaunchRequest? Request, IReadOnlyList<FieldProblem> Problems);
