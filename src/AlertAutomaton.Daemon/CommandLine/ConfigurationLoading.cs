using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Reads the configuration for a verb and lists what is wrong with it.</summary>
internal static class ConfigurationLoading
{
    /// <summary>The options, or null after every problem was written to the error stream (and, for machines, as a document).</summary>
    /// <param name="context">The command.</param>
    /// <param name="file">The configuration file.</param>
    /// <param name="warn">False where a warning would only repeat what <c>run</c> and <c>check</c> say.</param>
    public static DaemonOptions? Load(CommandContext context, string file, bool warn = false)
    {
        var reading = ConfigurationReader.ReadFile(file, context.Surroundings.Environment);
        var reports = reading.Problems.Select(problem => ProblemReport.Of(problem, context.Texts)).ToList();
        foreach (var report in reports.Where(report => warn || report.Severity is "error"))
        {
            context.Error.WriteLine(report.ToLine(context.Texts));
        }

        if (reading.Options is null && context.Json)
        {
            context.WriteJson(new { error = context.Texts["cli.config-invalid"], problems = reports });
        }

        return reading.Options;
    }
}
