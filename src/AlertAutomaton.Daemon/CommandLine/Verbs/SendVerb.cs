using System.CommandLine;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.CommandLine.Planning;
using AlertAutomaton.Daemon.CommandLine.Sending;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Contacts;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Logging;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary>
/// <c>send</c>: one alert from the command line. With a running daemon the order goes to it; without one the engine runs in this
/// process, which then holds the data directory and waits for the end.
/// </summary>
internal static class SendVerb
{
    public static Command Build(VerbSupport support)
    {
        var options = new SendOptions(support);
        var plan = new PlanOptions(support);
        var command = new Command("send", support.Texts["cli.send"]);
        foreach (var option in options.All.Concat(plan.All))
        {
            command.Add(option);
        }

        support.Run(command, (context, parsed, _) =>
        {
            var request = options.Read(context, parsed);
            if (request is null)
            {
                return Task.FromResult(ExitCode.Usage);
            }

            if (!plan.IsAsked(parsed))
            {
                return RunAsync(context, options.ConfigOf(parsed), options.UrlOf(parsed), request, plan: null);
            }

            return request.Wait
                ? Task.FromResult(context.Fail(ExitCode.Usage, "cli.plan.no-wait"))
                : RunAsync(context, options.ConfigOf(parsed), options.UrlOf(parsed), request, order => plan.Read(context, parsed, order));
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string config, string? url, SendRequest request, Func<LaunchAlertRequest, PlanAlertRequest?>? plan)
    {
        if (ConfigurationLoading.Load(context, config) is not { } options)
        {
            return ExitCode.InvalidInput;
        }

        var (reading, reports) = ContactsLoading.Load(context, request.Contacts, options.Organisation.Country, options.Speech.Languages);
        var callable = reading.Contacts.Where(contact => contact.Phones.Count > 0).ToList();
        foreach (var contact in reading.Contacts.Where(contact => contact.Phones.Count == 0))
        {
            context.Error.WriteLine(context.Texts.Format("cli.send.no-phone", request.Contacts, contact.Line, contact.Name));
        }

        if (callable.Count == 0 || (!request.SkipRejected && (!reading.IsComplete || callable.Count < reading.Contacts.Count)))
        {
            return Rejected(context, reading, callable.Count, reports);
        }

        if (OrderBuilder.Build(context, request, callable) is not { } order)
        {
            return ExitCode.InvalidInput;
        }

        try
        {
            using var daemon = DaemonFinder.Find(context, options, url);
            if (plan is not null)
            {
                return daemon is null ? context.Fail(ExitCode.Unavailable, "cli.plan.needs-daemon", options.DataDirectory)
                    : plan(order) is { } planned ? await new AlertPlanner(context, daemon.Schedules).PlanAsync(request, planned)
                    : ExitCode.Usage;
            }

            return daemon is not null
                ? await new AlertSender(context, daemon, deskIsHere: false).SendAsync(request, order)
                : await RunHereAsync(context, options, request, order);
        }
        catch (DaemonUnavailableException unavailable)
        {
            return context.FailWith(ExitCode.Unavailable, unavailable.Message);
        }
    }

    private static async Task<int> RunHereAsync(
        CommandContext context, DaemonOptions options, SendRequest request, LaunchAlertRequest order)
    {
        using var loggers = LogSetup.Open(options.Logging, options.DataDirectory, console: null);
        Engine engine;
        try
        {
            engine = await Engine.StartAsync(options, new EngineExtras(), context.Texts, context.Time, loggers, context.Surroundings.Interrupts.First);
        }
        catch (EngineStartException refused)
        {
            return context.FailWith(ExitCode.Unavailable, refused.Message);
        }

        if (engine.ResumedAlerts > 0)
        {
            context.Say("cli.send.resumed", engine.ResumedAlerts);
        }

        try
        {
            var sending = new AlertSender(context, engine.Desk, deskIsHere: true).SendAsync(request, order);
            return await Task.WhenAny(sending, engine.StoreLost) == sending ? await sending : context.Fail(ExitCode.Fault, "cli.run.store-lost");
        }
        finally
        {
            await engine.ShutDownAsync();
        }
    }

    private static int Rejected(CommandContext context, ContactsReading reading, int callable, IReadOnlyList<ProblemReport> reports)
    {
        if (context.Json)
        {
            context.WriteJson(new { error = context.Texts["cli.send.rejected-short"], rows = reading.Rows, callable, problems = reports });
        }

        context.Say("cli.send.rejected", reading.Rows, callable);
        return ExitCode.InvalidInput;
    }
}
