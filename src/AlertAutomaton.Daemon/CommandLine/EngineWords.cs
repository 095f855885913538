using AlertAutomaton.Contracts.Status;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>What the engine has to do and has done, in words.</summary>
internal static class EngineWords
{
    private const double Milliseconds = 1000;

    public static void Say(CommandContext context, EngineStatus engine)
    {
        context.Say(
            "cli.status.engine", engine.AlertsRunning, engine.RecipientsReady, engine.RecipientsWaiting, engine.RecipientsListening, engine.AttemptsOpen,
            engine.TextsAwaitingReceipt);
        SayCounts(context, "cli.status.ended", engine.Ended);
        SayCounts(context, "cli.status.reports", engine.Reports);
        if (engine is { JournalMedianSeconds: { } half, Journal99Seconds: { } most })
        {
            context.Say("cli.status.journal", engine.JournalWrites, half * Milliseconds, most * Milliseconds);
        }
    }

    private static void SayCounts(CommandContext context, string key, IReadOnlyList<OutcomeCount> counts)
    {
        foreach (var channel in counts.GroupBy(count => count.Channel, StringComparer.Ordinal))
        {
            var outcomes = channel.Select(count => $"{count.Count.ToString("N0", context.Texts.Culture)} {context.Texts["outcome." + count.Outcome]}");
            context.Out.WriteLine(context.Texts.Format(key, context.Texts["channel." + channel.Key], string.Join(", ", outcomes)));
        }
    }
}
