using AlertAutomaton.Contracts.Duty;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Duty;

/// <summary>Who is on duty and what waits for them, as tables.</summary>
internal static class DutyTables
{
    public static void Show(CommandContext context, DutyResource duty)
    {
        var texts = context.Texts;
        if (!duty.IsSetUp)
        {
            context.Say("duty.not-set-up");
            return;
        }

        context.Say("cli.duty.now", Names(context, duty.Now));
        if (duty.UnknownNumbers.Count > 0)
        {
            context.Say("cli.duty.unknown", string.Join(", ", duty.UnknownNumbers));
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.from"], texts["table.until"], texts["table.people"]);
        foreach (var span in duty.Week)
        {
            table.AddRow(Moment(context, span.From), Moment(context, span.Until), Markup.Escape(Names(context, span.People)));
        }

        context.Console.Write(table);
        Show(context, duty.Matters);
    }

    public static void Show(CommandContext context, IReadOnlyList<DutyMatterResource> matters)
    {
        var texts = context.Texts;
        if (matters.Count == 0)
        {
            context.Say("table.no-matters");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.id"], texts["table.matter"], texts["table.severity"], texts["table.state"], texts["table.since"], texts["table.rounds"]);
        foreach (var matter in matters)
        {
            table.AddRow(
                matter.Id.ToString(),
                Markup.Escape(matter.Text),
                Markup.Escape(texts["duty.severity." + matter.Severity]),
                Markup.Escape(State(context, matter)),
                Moment(context, matter.Since),
                matter.Rounds.ToString(texts.Culture));
        }

        context.Console.Write(table);
    }

    private static string State(CommandContext context, DutyMatterResource matter) => matter switch
    {
        { State: "waiting", NextAt: { } next } => context.Texts.Format("duty.state.pause", next.ToLocalTime()),
        { State: "waiting" or "over" } => context.Texts["duty.state." + matter.State],
        _ => context.Texts.Format("duty.state." + matter.State, matter.State is "calling" ? matter.Calling ?? "?" : matter.TakenBy ?? "?"),
    };

    private static string Names(CommandContext context, IReadOnlyList<DutyPerson> people) => people.Count == 0
        ? context.Texts["duty.nobody"]
        : string.Join(", ", people.Select(who => context.Texts.Format(who.CanBePhoned ? "duty.person" : "duty.person-unusable", who.Name, who.Number)));

    private static string Moment(CommandContext context, DateTimeOffset at) => Markup.Escape(at.ToLocalTime().ToString("g", context.Texts.Culture));
}
