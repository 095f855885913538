using AlertAutomaton.Contracts.Phones;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Phones;

/// <summary>Operators and scenarios as tables.</summary>
internal static class PhoneTables
{
    public static void Show(CommandContext context, IReadOnlyList<OperatorResource> operators)
    {
        var texts = context.Texts;
        if (operators.Count == 0)
        {
            context.Say("table.no-operators");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.number"], texts["table.name"], texts["table.role"], texts["table.phone"], texts["table.rights"], texts["table.pin"], texts["table.state"]);
        foreach (var who in operators)
        {
            string[] rights = [.. who.MayLaunch ? [texts["operator.may-launch"]] : Array.Empty<string>(), .. who.MayApprove ? [texts["operator.may-approve"]] : Array.Empty<string>()];
            table.AddRow(
                who.Number,
                Markup.Escape(who.Name),
                Markup.Escape(texts["operator.role." + who.Role]),
                Markup.Escape(who.Phone ?? "-"),
                Markup.Escape(rights.Length == 0 ? "-" : string.Join(", ", rights)),
                Markup.Escape(texts[!who.HasPin ? "operator.pin.none" : who.HasDuressPin ? "operator.pin.both" : "operator.pin.one"]),
                Markup.Escape(!who.Active ? texts["operator.left"] : who.LockedUntil is { } until ? texts.Format("operator.locked", until.ToLocalTime()) : texts["operator.active"]));
        }

        context.Console.Write(table);
    }

    public static void Show(CommandContext context, IReadOnlyList<ScenarioResource> scenarios)
    {
        var texts = context.Texts;
        if (scenarios.Count == 0)
        {
            context.Say("table.no-scenarios");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.number"], texts["table.title"], texts["table.kind"], texts["table.policy"], texts["table.groups"], texts["table.recipients"], texts["table.two-people"]);
        foreach (var scenario in scenarios)
        {
            table.AddRow(
                scenario.Number.ToString(texts.Culture),
                Markup.Escape(scenario.Names[0].Written),
                Markup.Escape(string.Join(", ", scenario.Kinds.Select(kind => texts["kind." + kind]))),
                Markup.Escape(scenario.Policy),
                Markup.Escape(scenario.Groups.Count == 0 ? "-" : string.Join(", ", scenario.Groups)),
                scenario.Households.ToString("N0", texts.Culture),
                Markup.Escape(!scenario.TwoPeople ? "-" : scenario.OverrideMinutes is { } minutes ? texts.Format("scenario.two-people.override", minutes) : texts["scenario.two-people"]));
        }

        context.Console.Write(table);
    }
}
