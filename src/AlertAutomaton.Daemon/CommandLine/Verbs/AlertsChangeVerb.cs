using System.CommandLine;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>alerts pause|resume|stop ID</c>.</summary>
internal static class AlertsChangeVerb
{
    public static Command Build(VerbSupport support, AlertChange change)
    {
        var name = change.ToString().ToLowerInvariant();
        var config = support.Config();
        var url = support.Url();
        var id = new Argument<Guid>("id") { Description = support.Texts["cli.alerts.id"] };
        var reason = new Option<string?>("--reason") { Description = support.Texts["cli.alerts.reason"] };
        var command = new Command(name, support.Texts["cli.alerts." + name]) { id, reason, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                Report(context, name, await desk.ChangeAsync(parsed.GetValue(id), change, parsed.GetValue(reason), "cli", cancel))));
        return command;
    }

    private static int Report(CommandContext context, string name, ChangeOutcome outcome)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done done:
                if (context.Json)
                {
                    context.WriteJson(done.Alert);
                }
                else
                {
                    context.Say($"cli.alerts.{name}.done", done.Alert.Title);
                    AlertTable.Show(context, [done.Alert]);
                }

                return ExitCode.Success;
            case ChangeOutcome.Unknown:
                return context.Fail(ExitCode.InvalidInput, "problem.unknown-alert.title");
            case ChangeOutcome.NotPossible notPossible:
                return context.Fail(ExitCode.InvalidInput, "cli.alerts.not-possible", AlertTable.StateOf(notPossible.Alert, context));
            case ChangeOutcome.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }
}
