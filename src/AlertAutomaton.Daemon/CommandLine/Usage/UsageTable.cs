using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Daemon.CommandLine.Progress;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Usage;

/// <summary>Shows a month as a table, with the limits under it.</summary>
internal static class UsageTable
{
    public static void Show(CommandContext context, UsageResource usage)
    {
        var texts = context.Texts;
        if (usage.Lines.Count == 0)
        {
            context.Say("cli.usage.nothing", usage.Month);
        }
        else
        {
            context.Say("cli.usage.title", usage.Month, usage.TimeZone);
            var table = new Table().Border(TableBorder.Rounded);
            table.AddColumns(
                texts["table.channel"], texts["table.line"], texts["table.texts"], texts["table.segments"], texts["table.calls"], texts["table.answered"],
                texts["table.talk"], texts["table.mails"], texts.Format("table.cost", usage.Currency));
            foreach (var line in usage.Lines)
            {
                AddRow(context, table, texts["channel." + line.Channel], line.Line, line.Figures);
            }

            AddRow(context, table, texts["table.total"], "", usage.Total);
            context.Console.Write(table);
            if (usage.Total.Amount is null)
            {
                context.Say("cli.usage.no-prices");
            }
            else if (usage.Total.Unpriced > 0)
            {
                context.Say("cli.usage.unpriced", usage.Total.Unpriced);
            }
        }

        UsageWords.SayLimits(context, usage);
    }

    private static void AddRow(CommandContext context, Table table, string channel, string line, UsageFiguresResource figures) => table.AddRow(
        Markup.Escape(channel),
        Markup.Escape(line),
        Number(figures.Texts, context),
        Number(figures.Segments, context),
        Number(figures.CallsBegun, context),
        Number(figures.CallsAnswered, context),
        Markup.Escape(Spans.Text(figures.CallSeconds, context.Texts)),
        Number(figures.Mails, context),
        Markup.Escape(figures.Amount?.ToString("N2", context.Texts.Culture) ?? "-"));

    private static string Number(long value, CommandContext context) => Markup.Escape(value.ToString("N0", context.Texts.Culture));
}
