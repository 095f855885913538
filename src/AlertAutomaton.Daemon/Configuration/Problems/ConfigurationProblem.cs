using AlertAutomaton.Daemon.Configuration.Json;

namespace AlertAutomaton.Daemon.Configuration.Problems;

/// <summary>One thing that is wrong in the configuration, with its place.</summary>
/// <param name="Severity">Whether it keeps the daemon from starting.</param>
/// <param name="Code">Stable name of the problem; texts are <c>config.CODE.reason</c> and <c>config.CODE.mend</c>.</param>
/// <param name="Path">Path of the option, for example <c>Sip.Trunks[0].CallerId</c>; empty for the whole file.</param>
/// <param name="Position">Where it was written.</param>
/// <param name="Arguments">Values for the texts.</param>
internal sealed record ConfigurationProblem(
    ProblemSeverity Severity, string Code, string Path, SourcePosition Position, IReadOnlyList<object> Arguments);
