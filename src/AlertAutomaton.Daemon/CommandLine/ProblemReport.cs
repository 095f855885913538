using AlertAutomaton.Daemon.Configuration.Problems;
using AlertAutomaton.Daemon.Contacts;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>One problem as an operator or a machine reads it: where, what, and how to mend it.</summary>
internal sealed record ProblemReport(string Severity, string Code, string Source, int Line, int Column, string? Path, string Reason, string Mend)
{
    public static ProblemReport Of(ConfigurationProblem problem, OperatorTexts texts) => new(
        problem.Severity.ToString().ToLowerInvariant(),
        problem.Code,
        problem.Position.Source,
        problem.Position.Line,
        problem.Position.Column,
        problem.Path.Length == 0 ? null : problem.Path,
        texts.Format($"config.{problem.Code}.reason", [.. problem.Arguments]),
        texts.Format($"config.{problem.Code}.mend", [.. problem.Arguments]));

    public static ProblemReport Of(ContactProblem problem, string source, OperatorTexts texts) => new(
        problem.Severity.ToString().ToLowerInvariant(),
        problem.Code,
        source,
        problem.Line,
        problem.Column,
        Path: null,
        texts.Format($"contacts.{problem.Code}.reason", [.. problem.Arguments]),
        texts.Format($"contacts.{problem.Code}.mend", [.. problem.Arguments]));

    /// <summary>One line such as <c>config.json(12,5): error: reason mend</c>, which editors make clickable.</summary>
    public string ToLine(OperatorTexts texts)
    {
        var place = Line == 0 ? Source : Column == 0 ? $"{Source}({Line})" : $"{Source}({Line},{Column})";
        var path = Path is null ? "" : $" {Path}:";
        return $"{place}: {texts["severity." + Severity]}:{path} {Reason} {Mend}";
    }
}
