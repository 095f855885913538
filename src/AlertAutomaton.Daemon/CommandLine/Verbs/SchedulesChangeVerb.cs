using System.CommandLine;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>schedules pause|resume|cancel ID</c>.</summary>
internal static class SchedulesChangeVerb
{
    public static Command Build(VerbSupport support, ScheduleChange change)
    {
        var name = change.ToString().ToLowerInvariant();
        var config = support.Config();
        var url = support.Url();
        var id = new Argument<Guid>("id") { Description = support.Texts["cli.schedules.id"] };
        var reason = new Option<string?>("--reason") { Description = support.Texts["cli.schedules.reason"] };
        var command = new Command(name, support.Texts["cli.schedules." + name]) { id, reason, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseSchedulesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                Report(context, name, await desk.ChangeAsync(parsed.GetValue(id), change, parsed.GetValue(reason), "cli", cancel))));
        return command;
    }

    private static int Report(CommandContext context, string name, ScheduleChangeOutcome outcome)
    {
        switch (outcome)
        {
            case ScheduleChangeOutcome.Done done:
                if (context.Json)
                {
                    context.WriteJson(done.Alert);
                }
                else
                {
                    context.Say($"cli.schedules.{name}.done", done.Alert.Title);
                    ScheduleTable.Show(context, [done.Alert]);
                }

                return ExitCode.Success;
            case ScheduleChangeOutcome.Unknown:
                return context.Fail(ExitCode.InvalidInput, "problem.unknown-scheduled-alert.title");
            case ScheduleChangeOutcome.NotPossible notPossible:
                return context.Fail(ExitCode.InvalidInput, "cli.schedules.not-possible", ScheduleTable.StateOf(notPossible.Alert, context));
            case ScheduleChangeOutcome.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }
}
