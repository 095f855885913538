using System.CommandLine;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>alerts list|show|pause|resume|stop</c>: alerts of a running daemon.</summary>
internal static class AlertsVerb
{
    public static Command Build(VerbSupport support)
    {
        var command = new Command("alerts", support.Texts["cli.alerts"])
        {
            AlertsListVerb.Build(support),
            AlertsShowVerb.Build(support),
        };
        foreach (var change in Enum.GetValues<AlertChange>())
        {
            command.Add(AlertsChangeVerb.Build(support, change));
        }

        return command;
    }
}
