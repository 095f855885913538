using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AlertAutomaton.Daemon.CommandLine.Progress;

/// <summary>Draws how far an alert is: a bar with the scores kept apart, calls in use, and the honest time to finish.</summary>
internal static class ProgressView
{
    public static IRenderable Draw(AlertResource alert, OperatorTexts texts)
    {
        var progress = alert.Progress;
        var chart = new BreakdownChart { Width = 90, Culture = texts.Culture, ValueColor = Color.Default };
        chart.AddItem(texts["progress.confirmed"], progress.Confirmed, Color.Green);
        chart.AddItem(texts["progress.heard"], progress.ProbablyHeard, Color.Yellow);
        chart.AddItem(texts["progress.voicemail"], progress.VoicemailOnly, Color.Blue);
        chart.AddItem(texts["progress.sent"], progress.SentOnly, Color.Aqua);
        var pending = Math.Min(progress.Unreached, progress.Pending);
        chart.AddItem(texts["progress.unreached"], progress.Unreached - pending, Color.Red);
        chart.AddItem(texts["progress.pending"], pending, Color.Grey);
        return new Rows(new Text(Heading(alert, texts)), chart, new Text(Counts(progress, texts)));
    }

    /// <summary>The same in one line, for logs and pipes.</summary>
    public static string Line(AlertResource alert, OperatorTexts texts)
    {
        var progress = alert.Progress;
        return texts.Format(
            "progress.line", progress.Recipients - progress.Pending, progress.Recipients, progress.Confirmed, progress.ProbablyHeard,
            progress.VoicemailOnly, progress.SentOnly, progress.Unreached) + " " + Counts(progress, texts);
    }

    private static string Heading(AlertResource alert, OperatorTexts texts) =>
        texts.Format("progress.heading", alert.Title, texts["kind." + alert.Kind], texts["state." + alert.State]);

    private static string Counts(AlertProgressResource progress, OperatorTexts texts)
    {
        var counts = texts.Format("progress.counts", progress.InFlight, progress.Attempts, Spans.Text(progress.ElapsedSeconds, texts));
        if (progress.HelpRequests > 0)
        {
            counts += " " + texts.Format("progress.help", progress.HelpRequests);
        }

        return progress.RemainingSeconds is { } remaining ? counts + " " + texts.Format("progress.remaining", Spans.Text(remaining, texts)) : counts;
    }
}
