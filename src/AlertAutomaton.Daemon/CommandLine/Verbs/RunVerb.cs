using System.CommandLine;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Logging;
using Serilog.Events;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>run</c>: the service. Ends in good order on Ctrl-C and SIGTERM; unfinished alerts go on at the next start.</summary>
internal static class RunVerb
{
    private static readonly TimeSpan LostStorePatience = TimeSpan.FromSeconds(10);

    public static Command Build(VerbSupport support)
    {
        var config = support.Config(required: true);
        var command = new Command("run", support.Texts["cli.run"]) { config };
        support.Run(command, (context, parsed, _) => ConfigurationLoading.Load(context, parsed.GetValue(config)!, warn: true) is { } options
            ? RunAsync(context, options)
            : Task.FromResult(ExitCode.InvalidInput));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, DaemonOptions options)
    {
        using var loggers = LogSetup.Open(options.Logging, options.DataDirectory, context.Json ? LogEventLevel.Error : LogEventLevel.Information);
        DaemonHost host;
        try
        {
            host = await DaemonHost.StartAsync(options, new EngineExtras(), context.Texts, context.Time, loggers, context.Surroundings.Interrupts.First);
        }
        catch (EngineStartException refused)
        {
            return context.FailWith(ExitCode.Unavailable, refused.Message);
        }

        if (context.Json)
        {
            context.WriteJson(new { ready = true, urls = host.Urls, resumedAlerts = host.ResumedAlerts });
        }

        context.Say("cli.run.ready", string.Join(", ", host.Urls));
        var interrupted = Task.Delay(Timeout.InfiniteTimeSpan, context.Time, context.Surroundings.Interrupts.First);
        if (await Task.WhenAny(interrupted, host.StoreLost) == interrupted)
        {
            context.Say("cli.run.stopping");
            var ending = host.DisposeAsync().AsTask();
            if (await Task.WhenAny(ending, host.StoreLost) == ending && !host.StoreLost.IsCompleted)
            {
                await ending;
                return ExitCode.Success;
            }
        }

        // Whoever supervises this process shall start it anew: that must not hang on anything that a broken disk holds up.
        await Task.WhenAny(host.DisposeAsync().AsTask(), Task.Delay(LostStorePatience, context.Time));
        return context.Fail(ExitCode.Fault, "cli.run.store-lost");
    }
}
