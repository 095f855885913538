using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Runs a command that only makes sense with a running daemon, and says what to do when there is none.</summary>
internal static class RemoteDesk
{
    public static async Task<int> UseAsync(CommandContext context, string config, string? url, Func<IAlertDesk, Task<int>> body)
    {
        if (ConfigurationLoading.Load(context, config) is not { } options)
        {
            return ExitCode.InvalidInput;
        }

        try
        {
            using var desk = DaemonFinder.Find(context, options, url);
            return desk is null
                ? context.Fail(ExitCode.Unavailable, "cli.daemon.none", options.DataDirectory)
                : await body(desk);
        }
        catch (DaemonUnavailableException unavailable)
        {
            return context.FailWith(ExitCode.Unavailable, unavailable.Message);
        }
    }
}
