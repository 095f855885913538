using System.CommandLine;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>operators add NUMBER --name NAME</c>: somebody who may command by phone as soon as a PIN is set.</summary>
internal static class OperatorsAddVerb
{
    public static Command Build(VerbSupport support)
    {
        var texts = support.Texts;
        var config = support.Config();
        var url = support.Url();
        var number = OperatorsVerb.Number(support);
        var name = new Option<string>("--name") { Description = texts["cli.operators.name"], Required = true };
        var role = new Option<string>("--role") { Description = texts["cli.operators.role"], DefaultValueFactory = _ => "dutyOfficer" };
        var phone = new Option<string?>("--phone") { Description = texts["cli.operators.phone"] };
        var languages = new Option<string>("--languages") { Description = texts["cli.operators.languages"], DefaultValueFactory = _ => "fr" };
        var launch = new Option<bool>("--may-launch") { Description = texts["cli.operators.may-launch"] };
        var approve = new Option<bool>("--may-approve") { Description = texts["cli.operators.may-approve"] };
        var command = new Command("add", texts["cli.operators.add"]) { number, name, role, phone, languages, launch, approve, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var order = new AddOperatorRequest
                {
                    Number = parsed.GetValue(number)!,
                    Name = CommandContext.Value(parsed, name),
                    Role = CommandContext.Value(parsed, role),
                    Phone = parsed.GetValue(phone),
                    Languages = CommandContext.Value(parsed, languages).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                    MayLaunch = parsed.GetValue(launch),
                    MayApprove = parsed.GetValue(approve),
                };
                return PhoneReport.Of(
                    context, await desk.AddOperatorAsync(order, cancel), "problem.unknown-operator.title", who => context.Say("cli.operators.add.done", who.Number));
            }));
        return command;
    }
}
