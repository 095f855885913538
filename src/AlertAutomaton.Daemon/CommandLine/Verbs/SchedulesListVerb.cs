using System.CommandLine;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>schedules list</c>: planned alerts, the latest planned first.</summary>
internal static class SchedulesListVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var limit = new Option<int>("--limit") { Description = support.Texts["cli.alerts.limit"], DefaultValueFactory = _ => 20 };
        var after = new Option<string?>("--after") { Description = support.Texts["cli.alerts.after"] };
        var command = new Command("list", support.Texts["cli.schedules.list"]) { config, url, limit, after };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseSchedulesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var page = await desk.ListAsync(parsed.GetValue(after), parsed.GetValue(limit), cancel);
                if (context.Json)
                {
                    context.WriteJson(page);
                    return ExitCode.Success;
                }

                ScheduleTable.Show(context, page.Items);
                if (page.Next is not null)
                {
                    context.Say("cli.alerts.more", page.Next);
                }

                return ExitCode.Success;
            }));
        return command;
    }
}
