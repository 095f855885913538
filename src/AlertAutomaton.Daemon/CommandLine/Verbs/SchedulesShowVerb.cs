using System.CommandLine;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>schedules show ID</c>: one planned alert, its next moments and what became of the latest.</summary>
internal static class SchedulesShowVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var id = new Argument<Guid>("id") { Description = support.Texts["cli.schedules.id"] };
        var command = new Command("show", support.Texts["cli.schedules.show"]) { id, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseSchedulesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var alert = await desk.FindAsync(parsed.GetValue(id), cancel);
                if (alert is null)
                {
                    return context.Fail(ExitCode.InvalidInput, "cli.schedules.unknown", parsed.GetValue(id));
                }

                if (context.Json)
                {
                    context.WriteJson(alert);
                }
                else
                {
                    ScheduleTable.Show(context, [alert]);
                    ScheduleTable.ShowOccurrences(context, alert);
                }

                return ExitCode.Success;
            }));
        return command;
    }
}
