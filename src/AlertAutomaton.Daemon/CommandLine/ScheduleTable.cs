using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Texts;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Shows planned alerts, and what became of their moments, as tables.</summary>
internal static class ScheduleTable
{
    public static void Show(CommandContext context, IReadOnlyList<ScheduledAlertResource> alerts)
    {
        if (alerts.Count == 0)
        {
            context.Say("table.no-schedules");
            return;
        }

        var texts = context.Texts;
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.schedule"], texts["table.title"], texts["table.kind"], texts["table.state"], texts["table.recipients"], texts["table.next"]);
        foreach (var alert in alerts)
        {
            table.AddRow(
                alert.Id.ToString(),
                Markup.Escape(alert.Title),
                Markup.Escape(texts["kind." + alert.Kind]),
                Markup.Escape(StateOf(alert, context)),
                alert.Recipients.ToString("N0", texts.Culture),
                Markup.Escape(alert.Upcoming.Count == 0 ? "-" : Moment(alert.Upcoming[0], texts)));
        }

        context.Console.Write(table);
    }

    public static void ShowOccurrences(CommandContext context, ScheduledAlertResource alert)
    {
        var texts = context.Texts;
        foreach (var coming in alert.Upcoming.Skip(1))
        {
            context.Out.WriteLine("  " + Moment(coming, texts));
        }

        if (alert.Occurrences is not { Count: > 0 } occurrences)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(texts["table.moment"], texts["table.outcome"], texts["table.alert"], texts["table.detail"]);
        foreach (var one in occurrences)
        {
            table.AddRow(
                Markup.Escape(Moment(new UpcomingOccurrence(one.At, one.Reminder), texts)),
                Markup.Escape(texts["schedule.outcome." + one.Outcome]),
                one.Alert?.ToString() ?? "-",
                Markup.Escape(one.Explanation ?? ""));
        }

        context.Console.Write(table);
    }

    public static string StateOf(ScheduledAlertResource alert, CommandContext context) => context.Texts["schedule.state." + alert.State];

    /// <summary>The moment on the clock of its zone, with the day of the week: how a clerk checks a date.</summary>
    public static string Moment(UpcomingOccurrence occurrence, OperatorTexts texts)
    {
        var written = occurrence.At.ToString("dddd d MMMM yyyy HH:mm zzz", texts.Culture);
        return occurrence.Reminder ? texts.Format("schedule.moment.reminder", written) : written;
    }
}
