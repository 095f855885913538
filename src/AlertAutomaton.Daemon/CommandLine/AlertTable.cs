using AlertAutomaton.Contracts.Alerts;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Shows alerts as a table, the three scores kept apart.</summary>
internal static class AlertTable
{
    public static void Show(CommandContext context, IReadOnlyList<AlertResource> alerts)
    {
        if (alerts.Count == 0)
        {
            context.Say("table.no-alerts");
            return;
        }

        var texts = context.Texts;
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(
            texts["table.alert"], texts["table.title"], texts["table.kind"], texts["table.state"], texts["table.recipients"],
            texts["progress.confirmed"], texts["progress.heard"], texts["progress.voicemail"], texts["progress.sent"], texts["progress.unreached"], texts["progress.attempts"]);
        foreach (var alert in alerts)
        {
            var progress = alert.Progress;
            table.AddRow(
                alert.Id.ToString(),
                Markup.Escape(alert.Title),
                Markup.Escape(texts["kind." + alert.Kind]),
                Markup.Escape(StateOf(alert, context)),
                Number(progress.Recipients, context),
                Number(progress.Confirmed, context),
                Number(progress.ProbablyHeard, context),
                Number(progress.VoicemailOnly, context),
                Number(progress.SentOnly, context),
                Number(progress.Unreached, context),
                Number(progress.Attempts, context));
        }

        context.Console.Write(table);
    }

    public static string StateOf(AlertResource alert, CommandContext context) =>
        alert.Ending is null ? context.Texts["state." + alert.State] : $"{context.Texts["state." + alert.State]} ({context.Texts["ending." + alert.Ending]})";

    private static string Number(long value, CommandContext context) => value.ToString("N0", context.Texts.Culture);
}
