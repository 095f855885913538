using AlertAutomaton.Daemon.Configuration.Binding;
using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Where validators say what they found; it puts each finding at the place where the option was written.</summary>
internal sealed class ValidationReport(PositionMap positions, ProblemCollector problems)
{
    public void Error(string code, string path, params IReadOnlyList<object> arguments) =>
        problems.Error(code, path, positions.Of(path), arguments);

    public void Warning(string code, string path, params IReadOnlyList<object> arguments) =>
        problems.Warning(code, path, positions.Of(path), arguments);
}
