using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Something wrong in a contacts file. An error means that the row (or the file) is not taken; a warning, that it is taken with less.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">Stable name; texts are <c>contacts.CODE.reason</c> and <c>contacts.CODE.mend</c>.</param>
/// <param name="Line">Line of the file from 1; 0 for the whole file.</param>
/// <param name="Column">Column of the row from 1; 0 for the whole row.</param>
/// <param name="Arguments">Values for the texts.</param>
internal sealed record ContactProblem(ProblemSeverity Severity, string Code, int Line, int Column, IReadOnlyList<object> Arguments);
