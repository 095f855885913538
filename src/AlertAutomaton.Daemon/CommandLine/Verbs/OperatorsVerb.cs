using System.CommandLine;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Phones;
using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>operators add|list|show|remove|pin|unlock</c>: who may command by phone, in a running daemon.</summary>
internal static class OperatorsVerb
{
    public static Command Build(VerbSupport support) => new("operators", support.Texts["cli.operators"])
    {
        OperatorsAddVerb.Build(support),
        List(support),
        Show(support),
        OperatorsPinVerb.Build(support),
        Change(support, "unlock", (desk, number, cancel) => desk.UnlockAsync(number, cancel)),
        Change(support, "remove", (desk, number, cancel) => desk.RemoveOperatorAsync(number, cancel)),
    };

    public static Argument<string> Number(VerbSupport support) => new("number") { Description = support.Texts["cli.operators.number"] };

    private static Command List(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var command = new Command("list", support.Texts["cli.operators.list"]) { config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk => Say(context, await desk.ListOperatorsAsync(cancel))));
        return command;
    }

    private static Command Show(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var number = Number(support);
        var command = new Command("show", support.Texts["cli.operators.show"]) { number, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                await desk.FindOperatorAsync(parsed.GetValue(number)!, cancel) is { } who ? Say(context, [who]) : context.Fail(ExitCode.InvalidInput, "problem.unknown-operator.title")));
        return command;
    }

    private static Command Change(VerbSupport support, string name, Func<IPhoneDesk, string, CancellationToken, Task<PhoneOutcome<OperatorResource>>> change)
    {
        var config = support.Config();
        var url = support.Url();
        var number = Number(support);
        var command = new Command(name, support.Texts["cli.operators." + name]) { number, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk => PhoneReport.Of(
                context, await change(desk, parsed.GetValue(number)!, cancel), "problem.unknown-operator.title", who => context.Say($"cli.operators.{name}.done", who.Number))));
        return command;
    }

    private static int Say(CommandContext context, IReadOnlyList<OperatorResource> operators)
    {
        if (context.Json)
        {
            context.WriteJson(operators);
        }
        else
        {
            PhoneTables.Show(context, operators);
        }

        return ExitCode.Success;
    }
}
