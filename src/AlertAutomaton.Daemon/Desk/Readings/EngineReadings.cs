using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Storage.Sqlite;

namespace AlertAutomaton.Daemon.Desk.Readings;

/// <summary>Reads the engine for <c>/metrics</c> and <c>status</c>.</summary>
internal sealed class EngineReadings(AlertService service, SqliteAlertStore store, EngineLines lines, DeskHealth health, DutyConsole duty)
{
    public async Task<EngineReading> ReadAsync(CancellationToken cancel) => new()
    {
        IsReady = health.Report().Status is "ready",
        Trunks = lines.Trunks(),
        Load = await service.GetLoadAsync().WaitAsync(cancel),
        Alerts = await service.GetRunningAsync().WaitAsync(cancel),
        Attempts = service.Feed.CountAttempts(),
        Health = service.Health,
        Store = store.Health,
        Writer = store.Statistics,
        Duty = duty.Status,
    };

    public async Task<EngineStatus> StatusAsync(CancellationToken cancel)
    {
        var load = await service.GetLoadAsync().WaitAsync(cancel);
        var counts = service.Feed.CountAttempts();
        var writer = store.Statistics;
        return new EngineStatus
        {
            AlertsRunning = load.Running,
            RecipientsReady = load.Ready,
            RecipientsWaiting = load.Waiting,
            RecipientsListening = load.Listening,
            AttemptsOpen = load.Open.Values.Sum(),
            TextsAwaitingReceipt = load.AwaitingReport.GetValueOrDefault(ChannelKind.Sms),
            Ended = Counts(counts.Ended),
            Reports = Counts(counts.Reports),
            JournalWrites = writer.Writes,
            JournalMedianSeconds = Quantile(writer.Latency.Quantile(0.5)),
            Journal99Seconds = Quantile(writer.Latency.Quantile(0.99)),
        };
    }

    private static double? Quantile(double seconds) => seconds > 0 && double.IsFinite(seconds) ? seconds : null;

    private static IReadOnlyList<OutcomeCount> Counts(IReadOnlyList<AttemptCount> counts) =>
        [.. counts.Select(count => new OutcomeCount(AlertResources.Word(count.Channel), AlertResources.Word(count.Outcome), count.Count))];
}
