using System.CommandLine;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.CommandLine.Usage;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>status</c>: what runs, how far, and which lines are healthy.</summary>
internal static class StatusVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var command = new Command("status", support.Texts["cli.status"]) { config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var status = await desk.StatusAsync(cancel);
                if (context.Json)
                {
                    context.WriteJson(status);
                }
                else
                {
                    Show(context, status);
                }

                return ExitCode.Success;
            }));
        return command;
    }

    private static void Show(CommandContext context, DaemonStatus status)
    {
        context.Say("cli.status.running", status.Version, status.StartedAt.ToLocalTime());
        foreach (var component in status.Components)
        {
            var colour = component.Status switch { "ok" => "green", "warn" => "yellow", _ => "red" };
            context.Console.MarkupLine($"[{colour}]{Markup.Escape(context.Texts["check.status." + component.Status])}[/] {Markup.Escape(component.Name)} {Markup.Escape(component.Detail ?? "")}");
        }

        var trunks = new Table().Border(TableBorder.Rounded);
        trunks.AddColumns(context.Texts["table.trunk"], context.Texts["table.state"], context.Texts["table.in-use"], context.Texts["table.rate"], context.Texts["table.detail"]);
        foreach (var trunk in status.Trunks)
        {
            trunks.AddRow(
                Markup.Escape(trunk.Name),
                Markup.Escape(context.Texts["trunk." + trunk.State]),
                Markup.Escape(context.Texts.Format("table.of", trunk.InUse, trunk.Channels)),
                Markup.Escape(trunk.CallsPerSecond.ToString("0.##", context.Texts.Culture)),
                Markup.Escape(trunk.Detail ?? ""));
        }

        context.Console.Write(trunks);
        ShowGateways(context, status.Gateways);
        if (status.Engine is { } engine)
        {
            EngineWords.Say(context, engine);
        }

        if (status.Usage is { } usage)
        {
            context.Say("cli.status.month", usage.Month, UsageWords.Used(usage.Total, usage.Currency, context));
            UsageWords.SayLimits(context, usage);
        }

        AlertTable.Show(context, status.Alerts);
    }

    private static void ShowGateways(CommandContext context, IReadOnlyList<GatewayStatus> gateways)
    {
        if (gateways.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(context.Texts["table.gateway"], context.Texts["table.state"], context.Texts["table.in-use"], context.Texts["table.rate"], context.Texts["table.detail"]);
        foreach (var gateway in gateways)
        {
            table.AddRow(
                Markup.Escape(gateway.Name),
                Markup.Escape(context.Texts["gateway." + gateway.State] + (gateway.InUse ? "" : $" ({context.Texts["gateway.standby"]})")),
                gateway.InFlight.ToString("N0", context.Texts.Culture),
                Markup.Escape(gateway.SegmentsPerSecond.ToString("0.##", context.Texts.Culture)),
                Markup.Escape(gateway.Detail ?? ""));
        }

        context.Console.Write(table);
    }
}
