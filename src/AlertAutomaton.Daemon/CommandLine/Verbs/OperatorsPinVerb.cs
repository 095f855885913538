using System.CommandLine;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>operators pin NUMBER [--duress]</c>: sets the PIN, and with <c>--duress</c> the one that alarms the others.</summary>
internal static class OperatorsPinVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var number = OperatorsVerb.Number(support);
        var duress = new Option<bool>("--duress") { Description = support.Texts["cli.operators.duress"] };
        var command = new Command("pin", support.Texts["cli.operators.pin"]) { number, duress, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                if (PinPrompt.Ask(context, "cli.operators.pin.ask") is not { } pin)
                {
                    return ExitCode.InvalidInput;
                }

                string? second = null;
                if (parsed.GetValue(duress) && (second = PinPrompt.Ask(context, "cli.operators.pin.ask-duress")) is null)
                {
                    return ExitCode.InvalidInput;
                }

                return PhoneReport.Of(
                    context,
                    await desk.SetPinAsync(parsed.GetValue(number)!, new SetPinRequest { Pin = pin, DuressPin = second }, cancel),
                    "problem.unknown-operator.title",
                    who => context.Say("cli.operators.pin.done", who.Number));
            }));
        return command;
    }
}
