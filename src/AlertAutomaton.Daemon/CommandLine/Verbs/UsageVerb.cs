using System.CommandLine;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Daemon.CommandLine.Usage;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>usage</c>: what a month used and what it cost.</summary>
internal static class UsageVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var month = new Option<string?>("--month") { Description = support.Texts["cli.usage.month"], HelpName = "YYYY-MM" };
        var csv = new Option<bool>("--csv") { Description = support.Texts["cli.usage.csv"] };
        var command = new Command("usage", support.Texts["cli.usage"]) { month, csv, config, url };
        support.Run(command, async (context, parsed, cancel) =>
        {
            CalendarMonth? asked = null;
            if (parsed.GetValue(month) is { } written)
            {
                if (!CalendarMonth.TryParse(written, out var read))
                {
                    return context.Fail(ExitCode.Usage, "cli.usage.bad-month", written);
                }

                asked = read;
            }

            var asCsv = parsed.GetValue(csv);
            if (asCsv && context.Json)
            {
                return context.Fail(ExitCode.Usage, "cli.usage.one-form");
            }

            return await RemoteDesk.UseAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var usage = await desk.UsageAsync(asked, cancel);
                if (context.Json)
                {
                    context.WriteJson(usage);
                }
                else if (asCsv)
                {
                    UsageCsv.Write(context.Out, usage);
                }
                else
                {
                    UsageTable.Show(context, usage);
                }

                return ExitCode.Success;
            });
        });
        return command;
    }
}
