using System.CommandLine;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>alerts show ID</c>: one alert and how far it is.</summary>
internal static class AlertsShowVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var id = new Argument<Guid>("id") { Description = support.Texts["cli.alerts.id"] };
        var command = new Command("show", support.Texts["cli.alerts.show"]) { id, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var alert = await desk.FindAsync(parsed.GetValue(id), cancel);
                if (alert is null)
                {
                    return context.Fail(ExitCode.InvalidInput, "cli.alerts.unknown", parsed.GetValue(id));
                }

                if (context.Json)
                {
                    context.WriteJson(alert);
                }
                else
                {
                    AlertTable.Show(context, [alert]);
                }

                return ExitCode.Success;
            }));
        return command;
    }
}
