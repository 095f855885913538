using System.CommandLine;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>alerts list</c>: alerts, the latest first.</summary>
internal static class AlertsListVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var limit = new Option<int>("--limit") { Description = support.Texts["cli.alerts.limit"], DefaultValueFactory = _ => 20 };
        var after = new Option<string?>("--after") { Description = support.Texts["cli.alerts.after"] };
        var command = new Command("list", support.Texts["cli.alerts.list"]) { config, url, limit, after };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var page = await desk.ListAsync(parsed.GetValue(after), parsed.GetValue(limit), cancel);
                if (context.Json)
                {
                    context.WriteJson(page);
                    return ExitCode.Success;
                }

                AlertTable.Show(context, page.Items);
                if (page.Next is not null)
                {
                    context.Say("cli.alerts.more", page.Next);
                }

                return ExitCode.Success;
            }));
        return command;
    }
}
