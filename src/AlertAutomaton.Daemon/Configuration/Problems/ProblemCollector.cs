using AlertAutomaton.Daemon.Configuration.Json;

namespace AlertAutomaton.Daemon.Configuration.Problems;

/// <summary>Gathers every problem of one reading, so that an administrator mends them all at once.</summary>
internal sealed class ProblemCollector
{
    private readonly List<ConfigurationProblem> _problems = [];

    /// <summary>The problems in the order of the file.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems =>
        [.. _problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column)];

    /// <summary>True when at least one problem is an error.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(string code, string path, SourcePosition position, params IReadOnlyList<object> arguments) =>
        _problems.Add(new ConfigurationProblem(ProblemSeverity.Error, code, path, position, arguments));

    public void Warning(string code, string path, SourcePosition position, params IReadOnlyList<object> arguments) =>
        _problems.Add(new ConfigurationProblem(ProblemSeverity.Warning, code, path, position, arguments));
}
