using System.CommandLine;
using System.Globalization;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.CommandLine.Progress;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Demo;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Logging;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Town;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>demo</c>: the whole daemon against the lab on loopback: real SIP and RTP, SMPP and SMTP, nobody is really warned.</summary>
internal static class DemoVerb
{
    public static Command Build(VerbSupport support)
    {
        var texts = support.Texts;
        var recipients = new Option<int>("--recipients") { Description = texts["cli.demo.recipients"], DefaultValueFactory = _ => 60 };
        var channels = new Option<int>("--channels") { Description = texts["cli.demo.channels"], DefaultValueFactory = _ => 60 };
        var rate = new Option<double>("--calls-per-second") { Description = texts["cli.demo.rate"], DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = texts["cli.demo.seed"], DefaultValueFactory = _ => 1 };
        var data = new Option<string?>("--data") { Description = texts["cli.demo.data"], HelpName = "DIRECTORY" };
        var exit = new Option<bool>("--exit-when-done") { Description = texts["cli.demo.exit"] };
        Within(recipients, 1, TownGenerator.MostHouseholds, texts);
        Within(channels, 1, 2000, texts);
        var command = new Command("demo", texts["cli.demo"]) { recipients, channels, rate, seed, data, exit };
        support.Run(command, (context, parsed, _) => RunAsync(
            context, parsed.GetValue(recipients), parsed.GetValue(channels), parsed.GetValue(rate), parsed.GetValue(seed), parsed.GetValue(data), parsed.GetValue(exit)));
        return command;
    }

    private static void Within(Option<int> option, int least, int most, Texts.OperatorTexts texts) => option.Validators.Add(result =>
    {
        // What is no number at all is reported by the parser itself.
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && (value < least || value > most))
        {
            result.AddError(texts.Format("cli.out-of-range", option.Name, least, most));
        }
    });

    private static async Task<int> RunAsync(CommandContext context, int recipients, int channels, double rate, int seed, string? data, bool exitWhenDone)
    {
        if (PromptsDirectory.Find(new SpeechOptions()) is not { } prompts)
        {
            return context.Fail(ExitCode.Unavailable, "check.prompts.none");
        }

        var directory = data is null ? Directory.CreateTempSubdirectory("alertautomaton-demo-").FullName : Path.GetFullPath(data);
        using var loggers = LogSetup.Open(new LoggingOptions(), directory, console: null);
        try
        {
            var lab = new LabTownOptions();
            await using var town = await DemoLab.StartAsync(lab, directory, context.Time, loggers, context.Surroundings.Interrupts.First);
            var options = DemoTown.Configuration(directory, prompts, town, channels, rate);
            var households = TownGenerator.Generate(recipients, Chance.Create(seed));
            var extras = new EngineExtras
            {
                Policies = [DemoTown.Policy],
                Calls = DemoTown.Calls(households, prompts, options, lab.Times),
                TextsAnswered = DemoTown.TextsAnswered(households),
                TextAnswerTime = new LabSmscOptions().ReplyDelay,
            };
            await using var host = await DaemonHost.StartAsync(
                options, extras, context.Texts, context.Time, loggers, context.Surroundings.Interrupts.First);
            context.Say("cli.demo.ready", host.Urls[0], directory);
            var playing = PlayAsync(context, host, DemoTown.Order(households, context.Texts["cli.demo.title"]), exitWhenDone);
            return await Task.WhenAny(playing, host.StoreLost) == playing ? await playing : context.Fail(ExitCode.Fault, "cli.run.store-lost");
        }
        catch (EngineStartException refused)
        {
            return context.FailWith(ExitCode.Unavailable, refused.Message);
        }
        finally
        {
            if (data is null)
            {
                TemporaryDirectory.Remove(directory, loggers);
            }
        }
    }

    private static async Task<int> PlayAsync(CommandContext context, DaemonHost host, LaunchAlertRequest order, bool exitWhenDone)
    {
        var key = Guid.CreateVersion7(context.Time.GetUtcNow()).ToString("D");
        if (await host.Desk.LaunchAsync(order, key, "demo", CancellationToken.None) is not LaunchOutcome.Accepted accepted)
        {
            return context.Fail(ExitCode.Fault, "cli.demo.refused");
        }

        if (accepted.Response.Forecast is { } forecast)
        {
            context.Say("cli.send.forecast", forecast.Channels, forecast.CallsPerSecond, forecast.CallsPerMinute, forecast.MessageSeconds);
            context.Say(
                "cli.send.forecast.time", Spans.Text(forecast.FirstPassSeconds, context.Texts), forecast.ReachedByFirstPass,
                Spans.Text(forecast.TotalSeconds, context.Texts), forecast.Reached, forecast.Attempts);
        }

        var stop = context.Surroundings.Interrupts.First;
        var seen = await new AlertWatcher(context, host.Desk).WatchAsync(accepted.Response.Id, stop);
        if (context.Json)
        {
            context.WriteJson(SendSummary.Of(seen, accepted.Response.Forecast));
        }
        else
        {
            Scores.Show(context, seen);
        }

        if (!exitWhenDone && !stop.IsCancellationRequested)
        {
            context.Say("cli.demo.stays", host.Urls[0]);
            await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, context.Time, stop));
        }

        return seen.State is "finished" ? ExitCode.Success : ExitCode.Incomplete;
    }
}
