using AlertAutomaton.Contracts.Phones;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Phones;

/// <summary>Wishes to be registered as tables.</summary>
internal static class CallbackTables
{
    public static void Show(CommandContext context, IReadOnlyList<CallbackResource> callbacks)
    {
        var texts = context.Texts;
        if (callbacks.Count == 0)
        {
            context.Say("table.no-callbacks");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.phone"], texts["table.language"], texts["table.consent"]);
        foreach (var one in callbacks)
        {
            table.AddRow(Markup.Escape(one.Phone), Markup.Escape(one.Language), Moment(context, one.ConsentAt));
        }

        context.Console.Write(table);
    }

    public static void Show(CommandContext context, IReadOnlyList<ClosedCallbackResource> callbacks)
    {
        var texts = context.Texts;
        if (callbacks.Count == 0)
        {
            context.Say("table.no-closed-callbacks");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.phone"], texts["table.consent"], texts["table.outcome"], texts["table.closed-by"], texts["table.closed-at"], texts["table.note"]);
        foreach (var one in callbacks)
        {
            table.AddRow(
                Markup.Escape(one.Request.Phone),
                Moment(context, one.Request.ConsentAt),
                Markup.Escape(texts["callback.outcome." + one.Outcome]),
                Markup.Escape(one.By),
                Moment(context, one.At),
                Markup.Escape(one.Note ?? "-"));
        }

        context.Console.Write(table);
    }

    private static string Moment(CommandContext context, DateTimeOffset at) => Markup.Escape(at.ToLocalTime().ToString("g", context.Texts.Culture));
}
