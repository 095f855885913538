using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The engine's alerts as they cross HTTP.</summary>
internal static class AlertResources
{
    /// <param name="row">The alert on disk.</param>
    /// <param name="live">Its figures in this process, when it runs or ran here.</param>
    /// <param name="remainingSeconds">Forecast of the rest.</param>
    /// <param name="now">The present, UTC.</param>
    public static AlertResource Of(AlertRow row, AlertProgress? live, double? remainingSeconds, DateTimeOffset now)
    {
        var finishedAt = live?.FinishedAt ?? row.FinishedAt;
        var ending = live?.Ending ?? row.Ending;
        return new AlertResource
        {
            Id = row.Alert.Id.Value,
            Title = row.Alert.Title,
            Kind = Word(row.Alert.Kind),
            State = Word(live?.Phase ?? row.Phase),
            Ending = ending == AlertEnding.None ? null : Word(ending),
            Reason = row.Reason,
            Policy = row.Alert.Policy.Name,
            LaunchedAt = row.Alert.LaunchedAt,
            ExpiresAt = row.Alert.ExpiresAt,
            FinishedAt = finishedAt,
            Progress = Progress(
                live?.Totals ?? row.Totals, live?.InFlight ?? 0, live?.PeakInFlight ?? 0, (finishedAt ?? now) - row.Alert.LaunchedAt, remainingSeconds),
        };
    }

    public static AlertProgressResource Progress(AlertProgress live) => Progress(live.Totals, live.InFlight, live.PeakInFlight, live.Duration, null);

    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static AlertProgressResource Progress(AlertTotals totals, int inFlight, int peak, TimeSpan elapsed, double? remainingSeconds) => new()
    {
        Recipients = totals.Recipients,
        Confirmed = totals.Confirmed,
        ProbablyHeard = totals.ProbablyHeard,
        VoicemailOnly = totals.VoicemailOnly,
        SentOnly = totals.SentOnly,
        Unreached = totals.Unreached,
        HelpRequests = totals.HelpRequests,
        Present = totals.Present,
        Absent = totals.Absent,
        LateAnswers = totals.LateAnswers,
        Pending = totals.Recipients - totals.Final,
        Attempts = totals.Attempts,
        InFlight = inFlight,
        PeakInFlight = peak,
        ElapsedSeconds = Math.Max(0, elapsed.TotalSeconds),
        RemainingSeconds = remainingSeconds,
    };
}
