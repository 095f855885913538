using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>
/// Holds running alerts to the limits of an hour. What counts is read from the journal's own rows each time, and a pause is an entry of the journal:
/// so a restart neither forgets the hour nor a pause.
/// </summary>
internal sealed class HourlyWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private const int MostAlerts = 100;
    private const string By = "limits";
    private readonly CancellationTokenSource _stop = new();
    private readonly AlertService _service;
    private readonly UsageDesk _usage;
    private readonly ILogger _log;
    private readonly Task _watching;

    /// <summary>Begins at once where there is a limit within an hour; otherwise does nothing.</summary>
    public HourlyWatch(AlertService service, UsageDesk usage, TimeProvider time, ILogger log)
    {
        (_service, _usage, _log) = (service, usage, log);
        _watching = usage.Settings.Limits.HasHourly ? WatchAsync(time) : Task.CompletedTask;
    }

    /// <summary>Looks once at every alert that is not over.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var unfinished = await _service.ListAsync(new AlertQuery { OnlyUnfinished = true, Limit = MostAlerts }, cancel);
        if (unfinished.Rows.Count == 0)
        {
            return;
        }

        var hour = await _usage.JudgeHourAsync(cancel);
        foreach (var row in unfinished.Rows)
        {
            switch (HourlyBrake.Decide(hour, row.Alert.Kind, row.Alert.Policy.Purpose, row.Phase, row.Reason))
            {
                case HourlyBrakeStep.Pause:
                    var reason = HourlyBrake.ReasonOf(hour);
                    UsageLog.PausedByLimit(_log, row.Alert.Id, reason);
                    await _service.PauseAsync(row.Alert.Id, By, reason);
                    break;
                case HourlyBrakeStep.Resume:
                    UsageLog.ResumedByLimit(_log, row.Alert.Id);
                    await _service.ResumeAsync(row.Alert.Id, By);
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    await LookAsync(_stop.Token);
                }
                catch (AlertStoreException unread)
                {
                    // The alarm about the store is given elsewhere, and without a store nothing begins anyway.
                    UsageLog.HourNotRead(_log, unread.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The daemon ends.
        }
    }
}
