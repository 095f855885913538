using System.CommandLine;
using AlertAutomaton.Alerting.Schedules;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>schedules list|show|pause|resume|cancel</c>: planned alerts of a running daemon.</summary>
internal static class SchedulesVerb
{
    public static Command Build(VerbSupport support)
    {
        var command = new Command("schedules", support.Texts["cli.schedules"])
        {
            SchedulesListVerb.Build(support),
            SchedulesShowVerb.Build(support),
        };
        foreach (var change in Enum.GetValues<ScheduleChange>())
        {
            command.Add(SchedulesChangeVerb.Build(support, change));
        }

        return command;
    }
}
