using System.CommandLine;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Town;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>lab</c>: the simulated town alone, as a trunk that another process calls; for drills, tests and load.</summary>
internal static class LabVerb
{
    public static Command Build(VerbSupport support)
    {
        var texts = support.Texts;
        var listen = new Option<string>("--listen") { Description = texts["cli.lab.listen"], DefaultValueFactory = _ => "udp:127.0.0.1:5070" };
        var channels = new Option<int?>("--channels") { Description = texts["cli.lab.channels"] };
        var rate = new Option<int?>("--calls-per-second") { Description = texts["cli.lab.rate"] };
        var contacts = new Option<string?>("--contacts") { Description = texts["cli.lab.contacts"], HelpName = "CSV" };
        var recipients = new Option<int>("--recipients") { Description = texts["cli.demo.recipients"], DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = texts["cli.demo.seed"], DefaultValueFactory = _ => 1 };
        var witness = new Option<string?>("--witness") { Description = texts["cli.lab.witness"], HelpName = "FILE" };
        var command = new Command("lab", texts["cli.lab"]) { listen, channels, rate, contacts, recipients, seed, witness };
        support.Run(command, async (context, parsed, _) =>
        {
            if (parsed.GetValue(contacts) is { } file)
            {
                await using var csv = new StreamWriter(file, append: false);
                TownGenerator.WriteCsv(TownGenerator.Generate(parsed.GetValue(recipients), Chance.Create(parsed.GetValue(seed))), csv);
                context.Say("cli.lab.written", parsed.GetValue(recipients), file);
            }

            using var log = parsed.GetValue(witness) is { } path ? WitnessLog.ToFile(path) : null;
            await using var town = new LabTown(
                new LabTownOptions
                {
                    Listen = [parsed.GetValue(listen)!],
                    Channels = parsed.GetValue(channels),
                    CallsPerSecond = parsed.GetValue(rate),
                    Witness = log,
                    Recognised = log is null ? [] : Confirmations(),
                },
                context.Time,
                NullLoggerFactory.Instance);
            await town.StartAsync(context.Surroundings.Interrupts.First);
            if (context.Json)
            {
                context.WriteJson(new { trunk = town.TrunkUri });
            }

            context.Say("cli.lab.ready", town.TrunkUri);
            await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, context.Time, context.Surroundings.Interrupts.First));
            return ExitCode.Success;
        });
        return command;
    }

    // What a resident must have heard for a confirmation to count.
    private static IReadOnlyList<PreparedPrompt> Confirmations()
    {
        if (PromptsDirectory.Find(new SpeechOptions()) is not { } directory)
        {
            return [];
        }

        var prompts = PromptCatalogue.Load(directory);
        string[] names =
        [
            PromptNames.AcknowledgedSafe, PromptNames.AcknowledgedHelp, PromptNames.AcknowledgedHeard, PromptNames.AcknowledgedCare,
            PromptNames.AcknowledgedCareHelp, PromptNames.AcknowledgedPresent, PromptNames.AcknowledgedAbsent,
        ];
        return [.. prompts.Languages.SelectMany(language => names.Select(name => prompts.TryGet(language, name, out var prompt) ? prompt : null)).OfType<PreparedPrompt>()];
    }
}
