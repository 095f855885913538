namespace AlertAutomaton.Daemon.Configuration.Problems;

/// <summary>How bad a configuration problem is: an error keeps the daemon from starting, a warning does not.</summary>
internal enum ProblemSeverity
{
    Warning,
    Error,
}
