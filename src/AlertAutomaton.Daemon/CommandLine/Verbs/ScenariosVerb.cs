using System.CommandLine;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>scenarios import FILE|list|show NUMBER|remove NUMBER</c>: what can be launched by phone, in a running daemon.</summary>
internal static class ScenariosVerb
{
    public static Command Build(VerbSupport support) => new("scenarios", support.Texts["cli.scenarios"]) { Import(support), List(support), Show(support), Remove(support) };

    private static Command Import(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var file = new Argument<string>("file") { Description = support.Texts["cli.scenarios.file"] };
        var command = new Command("import", support.Texts["cli.scenarios.import"]) { file, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                ConfigurationLoading.Load(context, CommandContext.Value(parsed, config)) is not { } options
                || ScenarioFile.Read(context, options, parsed.GetValue(file)!) is not { } order
                    ? ExitCode.InvalidInput
                    : PhoneReport.Of(
                        context,
                        await desk.ImportScenariosAsync(order, cancel),
                        "problem.unknown-scenario.title",
                        taken => context.Say("cli.scenarios.import.done", taken.Scenarios, taken.Groups))));
        return command;
    }

    private static Command List(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var command = new Command("list", support.Texts["cli.scenarios.list"]) { config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk => Say(context, await desk.ListScenariosAsync(cancel))));
        return command;
    }

    private static Command Show(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var number = Number(support);
        var command = new Command("show", support.Texts["cli.scenarios.show"]) { number, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                await desk.FindScenarioAsync(parsed.GetValue(number), cancel) is { } one ? Say(context, [one]) : context.Fail(ExitCode.InvalidInput, "problem.unknown-scenario.title")));
        return command;
    }

    private static Command Remove(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var number = Number(support);
        var command = new Command("remove", support.Texts["cli.scenarios.remove"]) { number, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk => PhoneReport.Of(
                context,
                await desk.RemoveScenarioAsync(parsed.GetValue(number), cancel),
                "problem.unknown-scenario.title",
                gone => context.Say("cli.scenarios.remove.done", gone.Number, gone.Names[0].Written))));
        return command;
    }

    private static Argument<int> Number(VerbSupport support) => new("number") { Description = support.Texts["cli.scenarios.number"] };

    private static int Say(CommandContext context, IReadOnlyList<ScenarioResource> scenarios)
    {
        if (context.Json)
        {
            context.WriteJson(scenarios);
        }
        else
        {
            PhoneTables.Show(context, scenarios);
        }

        return ExitCode.Success;
    }
}
