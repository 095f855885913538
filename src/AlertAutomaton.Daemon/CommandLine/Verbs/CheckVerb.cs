using System.CommandLine;
using AlertAutomaton.Daemon.CommandLine.Checks;
using AlertAutomaton.Daemon.Configuration;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>check</c>: reads the configuration, reports every problem at once, and tries what the daemon needs.</summary>
internal static class CheckVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var offline = new Option<bool>("--offline") { Description = support.Texts["cli.check.offline"] };
        var command = new Command("check", support.Texts["cli.check"]) { config, offline };
        support.Run(command, (context, parsed, cancel) =>
            RunAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(offline), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string file, bool offline, CancellationToken cancel)
    {
        var reading = ConfigurationReader.ReadFile(file, context.Surroundings.Environment);
        var problems = reading.Problems.Select(problem => ProblemReport.Of(problem, context.Texts)).ToList();
        var lines = new List<CheckLine>();
        if (reading.Options is { } options)
        {
            foreach (var check in CheckList.All(context.Time, offline))
            {
                await foreach (var line in check.RunAsync(options, context.Texts, cancel))
                {
                    lines.Add(line);
                }
            }
        }

        var failed = reading.Options is null || lines.Exists(line => line.Status == CheckStatus.Fail);
        if (context.Json)
        {
            context.WriteJson(new
            {
                ok = !failed,
                problems,
                checks = lines.Select(line => new { line.Area, status = line.Status.ToString().ToLowerInvariant(), line.Text, line.Mend }),
            });
        }
        else
        {
            Show(context, problems, lines, failed);
        }

        return reading.Options is null ? ExitCode.InvalidInput : failed ? ExitCode.CheckFailed : ExitCode.Success;
    }

    private static void Show(CommandContext context, List<ProblemReport> problems, List<CheckLine> lines, bool failed)
    {
        foreach (var problem in problems)
        {
            context.Out.WriteLine(problem.ToLine(context.Texts));
        }

        foreach (var line in lines)
        {
            var colour = line.Status switch { CheckStatus.Ok => "green", CheckStatus.Warn => "yellow", _ => "red" };
            var word = context.Texts["check.status." + line.Status.ToString().ToLowerInvariant()];
            context.Console.MarkupLine($"[{colour}]{Markup.Escape(word),-8}[/] {Markup.Escape(line.Area)}: {Markup.Escape(line.Text)}");
            if (line.Mend is not null)
            {
                context.Console.MarkupLine($"         → {Markup.Escape(line.Mend)}");
            }
        }

        context.Say(failed ? "cli.check.failed" : "cli.check.passed");
    }
}
