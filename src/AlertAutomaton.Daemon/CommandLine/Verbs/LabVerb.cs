using System.CommandLine;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Demo;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Town;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>lab</c>: the simulated town alone, as the networks that another process calls, texts and mails; for drills, tests and load.</summary>
internal static class LabVerb
{
    public static Command Build(VerbSupport support)
    {
        var texts = support.Texts;
        var listen = new Option<string>("--listen") { Description = texts["cli.lab.listen"], DefaultValueFactory = _ => "udp:127.0.0.1:5070" };
        var smsc = new Option<string?>("--smsc") { Description = texts["cli.lab.smsc"], HelpName = "ADDRESS:PORT" };
        var smtp = new Option<string?>("--smtp") { Description = texts["cli.lab.smtp"], HelpName = "ADDRESS:PORT" };
        var returned = new Option<string?>("--returned-mails") { Description = texts["cli.lab.returned-mails"], HelpName = "DIRECTORY" };
        var channels = new Option<int?>("--channels") { Description = texts["cli.lab.channels"] };
        var rate = new Option<int?>("--calls-per-second") { Description = texts["cli.lab.rate"] };
        var contacts = new Option<string?>("--contacts") { Description = texts["cli.lab.contacts"], HelpName = "CSV" };
        var recipients = new Option<int>("--recipients") { Description = texts["cli.demo.recipients"], DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = texts["cli.demo.seed"], DefaultValueFactory = _ => 1 };
        var witness = new Option<string?>("--witness") { Description = texts["cli.lab.witness"], HelpName = "FILE" };
        Checked(listen, text => SipListenEndPoint.TryParse(text, out _), option => texts.Format("cli.lab.bad-listen", option));
        Checked(smsc, text => LabNetworks.TryReadAddress(text, out _), option => texts.Format("cli.lab.bad-address", option, "2775"));
        Checked(smtp, text => LabNetworks.TryReadAddress(text, out _), option => texts.Format("cli.lab.bad-address", option, "2525"));
        returned.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(smtp) is null)
            {
                result.AddError(texts.Format("cli.lab.needs-smtp", returned.Name));
            }
        });
        var command = new Command("lab", texts["cli.lab"]) { listen, smsc, smtp, returned, channels, rate, contacts, recipients, seed, witness };
        support.Run(command, async (context, parsed, _) =>
        {
            if (parsed.GetValue(contacts) is { } file)
            {
                await using var csv = new StreamWriter(file, append: false);
                TownGenerator.WriteCsv(TownGenerator.Generate(parsed.GetValue(recipients), Chance.Create(parsed.GetValue(seed))), csv);
                context.Say("cli.lab.written", parsed.GetValue(recipients), file);
            }

            using var log = parsed.GetValue(witness) is { } path ? WitnessLog.ToFile(path) : null;
            var town = new LabTownOptions
            {
                Listen = [parsed.GetValue(listen)!],
                Channels = parsed.GetValue(channels),
                CallsPerSecond = parsed.GetValue(rate),
                Witness = log,
                Recognised = log is null ? [] : Confirmations(),
            };
            return await RunAsync(context, town, parsed.GetValue(smsc), parsed.GetValue(smtp), parsed.GetValue(returned));
        });
        return command;
    }

    private static void Checked<T>(Option<T> option, Func<string, bool> isRight, Func<string, string> fault) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !isRight(result.Tokens[0].Value))
        {
            result.AddError(fault(option.Name));
        }
    });

    private static async Task<int> RunAsync(CommandContext context, LabTownOptions town, string? smsc, string? smtp, string? returned)
    {
        var stop = context.Surroundings.Interrupts.First;
        var account = smsc is not null && LabNetworks.TryReadAddress(smsc, out var texts) ? new LabSmscOptions { Listen = texts! } : null;
        var mails = smtp is not null && LabNetworks.TryReadAddress(smtp, out var mail)
            ? new LabMailServerOptions { Address = mail!.Address, Port = mail.Port, BouncesTo = returned is null ? null : Directory.CreateDirectory(returned).FullName }
            : null;
        LabNetworks lab;
        try
        {
            lab = await LabNetworks.StartAsync(town, account, mails, context.Time, NullLoggerFactory.Instance, stop);
        }
        catch (IOException taken)
        {
            return context.Fail(ExitCode.Unavailable, "cli.lab.taken", taken.Message);
        }

        await using (lab)
        {
            Tell(context, lab, account, mails);
            await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, context.Time, stop));
            return ExitCode.Success;
        }
    }

    private static void Tell(CommandContext context, LabNetworks lab, LabSmscOptions? account, LabMailServerOptions? mails)
    {
        var smsc = lab.Smsc is null ? null : new { address = lab.Smsc.EndPoint.ToString(), systemId = account?.SystemId, password = account?.Password };
        if (context.Json)
        {
            context.WriteJson(new { trunk = lab.Town.TrunkUri, smsc, smtp = lab.Mail?.EndPoint.ToString(), returnedMails = mails?.BouncesTo });
            return;
        }

        context.Say("cli.lab.ready", lab.Town.TrunkUri);
        if (smsc is not null)
        {
            context.Say("cli.lab.ready.smsc", smsc.address, smsc.systemId, smsc.password);
        }

        if (lab.Mail is { } mail)
        {
            context.Say("cli.lab.ready.mail", mail.EndPoint);
        }

        if (mails?.BouncesTo is { } directory)
        {
            context.Say("cli.lab.ready.returned", directory);
        }

        context.Say("cli.lab.ready.end");
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
