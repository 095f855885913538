using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Runs a command that only makes sense with a running daemon, and says what to do when there is none.</summary>
internal static class RemoteDesk
{
    public static Task<int> UseAsync(CommandContext context, string config, string? url, Func<IAlertDesk, Task<int>> body) =>
        ConnectAsync(context, config, url, body);

    public static Task<int> UseSchedulesAsync(CommandContext context, string config, string? url, Func<IScheduleDesk, Task<int>> body) =>
        ConnectAsync(context, config, url, desk => body(desk.Schedules));

    public static Task<int> UsePhonesAsync(CommandContext context, string config, string? url, Func<IPhoneDesk, Task<int>> body) =>
        ConnectAsync(context, config, url, desk => body(desk.Phones));

    public static Task<int> UseDutyAsync(CommandContext context, string config, string? url, Func<IDutyConsole, Task<int>> body) =>
        ConnectAsync(context, config, url, desk => body(desk.Duty));

    private static async Task<int> ConnectAsync(CommandContext context, string config, string? url, Func<HttpAlertDesk, Task<int>> body)
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
