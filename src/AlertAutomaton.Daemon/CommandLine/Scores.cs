using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.CommandLine.Progress;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>The end of an alert in a table: the three scores kept apart.</summary>
internal static class Scores
{
    public static void Show(CommandContext context, AlertResource alert)
    {
        var texts = context.Texts;
        var progress = alert.Progress;
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "", "");
        Row(texts["progress.confirmed"], progress.Confirmed, "green");
        Row(texts["progress.heard"], progress.ProbablyHeard, "yellow");
        Row(texts["progress.voicemail"], progress.VoicemailOnly, "blue");
        Row(texts["progress.sent"], progress.SentOnly, "cyan");
        Row(texts["progress.unreached"], progress.Unreached, "red");
        context.Console.Write(table);
        if (progress.LateAnswers > 0)
        {
            context.Say("progress.late", progress.LateAnswers);
        }

        if (progress.HelpRequests > 0)
        {
            context.Say("progress.help", progress.HelpRequests);
        }

        context.Say(
            "scores.end", AlertTable.StateOf(alert, context), progress.Recipients, progress.Attempts,
            Spans.Text(progress.ElapsedSeconds, texts), progress.PeakInFlight);

        void Row(string name, int count, string colour)
        {
            var share = progress.Recipients == 0 ? 0 : (double)count / progress.Recipients;
            table.AddRow($"[{colour}]{Markup.Escape(name)}[/]", count.ToString("N0", texts.Culture), share.ToString("P0", texts.Culture));
        }
    }
}
