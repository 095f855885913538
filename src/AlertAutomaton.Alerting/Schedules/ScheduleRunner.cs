using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// Launches planned alerts at their moments. Wakes when the next one is due, and at least once a minute because clocks are set. Each
/// occurrence is launched under a key of its own, so that a crash between its launch and its record launches nothing twice.
/// </summary>
public sealed class ScheduleRunner : IAsyncDisposable
{
    private const int MostRows = 10_000;
    private const int LongestDetail = 2000;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private readonly IScheduleStore _store;
    private readonly Func<ScheduledAlert, Occurrence, CancellationToken, Task<LaunchResult>> _launch;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<ScheduledAlertId, ScheduleRetry> _retries = [];
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private ScheduleHealth _health = ScheduleHealth.Well;
    private int _storeFailures;

    /// <summary>Builds the runner; nothing runs before <see cref="Start"/>.</summary>
    /// <param name="store">Where planned alerts are kept.</param>
    /// <param name="launch">Launches one occurrence under <see cref="ScheduledAlert.LaunchKey"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public ScheduleRunner(
        IScheduleStore store, Func<ScheduledAlert, Occurrence, CancellationToken, Task<LaunchResult>> launch, TimeProvider time, ILogger<ScheduleRunner> logger)
    {
        _store = store;
        _launch = launch;
        _time = time;
        _logger = logger;
    }

    /// <summary>How planned alerts are doing.</summary>
    public ScheduleHealth Health => Volatile.Read(ref _health);

    /// <summary>Begins to launch.</summary>
    public void Start() => _loop = Task.Run(() => LoopAsync(_stop.Token));

    /// <summary>Looks again at once: something was planned or changed.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already, or about to be: one look is enough for both.
            return;
        }
    }

    /// <summary>Launches nothing any more. A launch in progress is given up where it can be; the next process goes on with it.</summary>
    /// <returns>Completes when the runner stands still.</returns>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _wake.Dispose();
    }

    /// <summary>Carries out what is due, once.</summary>
    /// <returns>How long to sleep.</returns>
    internal async Task<TimeSpan> TurnAsync(CancellationToken ct)
    {
        IReadOnlyList<ScheduleRow> rows;
        try
        {
            rows = await _store.NextAsync(MostRows, ct);
            _storeFailures = 0;
        }
        catch (AlertStoreException fault)
        {
            var delay = ScheduleRetry.Delay(++_storeFailures);
            _logger.StoreFailed(delay.TotalSeconds, fault.Message);
            Tell(Health.NextDue, fault.Message);
            return delay;
        }

        Forget(rows);
        var workLeft = false;
        foreach (var row in rows.TakeWhile(row => row.Next is { } next && next.At <= _time.GetUtcNow()))
        {
            if (MayTry(row.Id))
            {
                workLeft |= await CarryOutAsync(row, ct);
            }
        }

        // What follows an occurrence may be due as well; the rows say so only when they are read again.
        return workLeft ? TimeSpan.Zero : Sleep(rows);
    }

    private async Task LoopAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var sleep = await TurnAsync(ct);
                if (sleep > TimeSpan.Zero)
                {
                    await SleepAsync(sleep, ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _logger.RunnerFault(fault, LongestSleep.TotalSeconds);
                Tell(Health.NextDue, fault.Message);
                await SleepAsync(LongestSleep, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SleepAsync(TimeSpan sleep, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var woken = _wake.WaitAsync(end.Token);
        await Task.WhenAny(woken, Task.Delay(sleep, _time, end.Token));
        await end.CancelAsync();
        await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    // True when the row moved on.
    private async Task<bool> CarryOutAsync(ScheduleRow row, CancellationToken ct)
    {
        var known = _retries.GetValueOrDefault(row.Id);
        var now = _time.GetUtcNow();
        var due = row.Next!.Value;
        OccurrenceRecord? unwritten = known?.Unwritten?.Occurrence == due ? known.Unwritten : null;
        try
        {
            if (unwritten is not null)
            {
                await RecordAsync(row.Id, [unwritten], row.Plan.NextAfter(due.At), ct);
                return true;
            }

            var step = OccurrenceJudge.Judge(row, now, known is { LaunchFailed: true } ? known.Cause : null);
            if (step.Missed.Count > 0)
            {
                await RecordAsync(row.Id, step.Missed, step.Launch ?? step.Next, ct);
            }

            if (step.Launch is not { } occurrence)
            {
                return true;
            }

            due = occurrence;
            // Asked before every try, not only the first: it may have been cancelled between two.
            if (!await _store.BeginAsync(row.Id, due, ct))
            {
                _logger.Withdrawn(row.Id, due.At);
                return true;
            }

            _logger.Begins(row.Id, due.At, Math.Round((now - due.At).TotalSeconds, 1));
            unwritten = await LaunchAsync(row, due, ct);
            if (unwritten is not null)
            {
                await RecordAsync(row.Id, [unwritten], step.Next, ct);
            }

            return unwritten is not null;
        }
        catch (Exception fault) when (fault is AlertStoreException or TimeZoneNotFoundException or InvalidOperationException)
        {
            Retry(row.Id, due, fault.Message, launchFailed: false, unwritten);
            return false;
        }
    }

    // What became of it; null when it is tried again.
    private async Task<OccurrenceRecord?> LaunchAsync(ScheduleRow row, Occurrence occurrence, CancellationToken ct)
    {
        var alert = await _store.LoadAsync(row.Id, ct) ?? throw new InvalidOperationException($"Planned alert {row.Id} has a row, but nothing to launch.");
        LaunchResult result;
        try
        {
            result = await _launch(alert, occurrence, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Whatever it was: the alert is wanted, so it is tried until it is too late. What was begun stays in doubt.
            Retry(row.Id, occurrence, fault.Message, launchFailed: false);
            return null;
        }

        switch (result.Verdict)
        {
            // The key is this occurrence's alone: whatever used it is its alert.
            case LaunchVerdict.Accepted or LaunchVerdict.AlreadyAccepted or LaunchVerdict.KeyConflict:
                return Record(occurrence, OccurrenceOutcome.Launched) with { Alert = result.Alert };
            case LaunchVerdict.Invalid:
                return Record(occurrence, OccurrenceOutcome.Refused) with { Detail = Cut(string.Join(' ', result.Faults)) };
            default:
                Retry(row.Id, occurrence, string.Join(' ', result.Faults), launchFailed: true);
                return null;
        }
    }

    private OccurrenceRecord Record(Occurrence occurrence, OccurrenceOutcome outcome) =>
        new() { Occurrence = occurrence, Outcome = outcome, RecordedAt = _time.GetUtcNow().ToUniversalTime() };

    private async Task RecordAsync(ScheduledAlertId alert, IReadOnlyList<OccurrenceRecord> records, Occurrence? next, CancellationToken ct)
    {
        await _store.RecordAsync(alert, records, next, ct);
        _retries.Remove(alert);
        foreach (var record in records)
        {
            var at = record.Occurrence.At;
            switch (record.Outcome)
            {
                case OccurrenceOutcome.Launched:
                    _logger.Launched(alert, at, record.Alert.GetValueOrDefault());
                    break;
                case OccurrenceOutcome.Missed:
                    _logger.Missed(alert, at, record.Reason);
                    break;
                default:
                    _logger.Refused(alert, at, record.Detail ?? string.Empty);
                    break;
            }
        }

        if (next is null)
        {
            _logger.Over(alert);
        }
    }

    private void Retry(ScheduledAlertId alert, Occurrence occurrence, string cause, bool launchFailed, OccurrenceRecord? unwritten = null)
    {
        var failures = (_retries.GetValueOrDefault(alert)?.Failures ?? 0) + 1;
        var delay = ScheduleRetry.Delay(failures);
        var notBefore = _time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency);
        _retries[alert] = new ScheduleRetry(failures, Cut(cause), launchFailed, notBefore) { Unwritten = unwritten };
        _logger.Failed(alert, occurrence.At, delay.TotalSeconds, cause);
        Tell(Health.NextDue, cause);
    }

    private bool MayTry(ScheduledAlertId alert) => !_retries.TryGetValue(alert, out var retry) || retry.NotBefore <= _time.GetTimestamp();

    private void Forget(IReadOnlyList<ScheduleRow> rows)
    {
        if (_retries.Count > 0)
        {
            foreach (var gone in _retries.Keys.Except(rows.Select(row => row.Id)).ToList())
            {
                _retries.Remove(gone);
            }
        }
    }

    private TimeSpan Sleep(IReadOnlyList<ScheduleRow> rows)
    {
        var now = _time.GetUtcNow();
        var sleep = LongestSleep;
        foreach (var row in rows)
        {
            var wait = _retries.TryGetValue(row.Id, out var retry) ? _time.GetElapsedTime(_time.GetTimestamp(), retry.NotBefore) : row.Next!.Value.At - now;
            sleep = wait < sleep ? wait : sleep;
        }

        Tell(rows.Count > 0 ? rows[0].Next?.At : null, _retries.Values.FirstOrDefault()?.Cause);
        return sleep > ShortestSleep ? sleep : ShortestSleep;
    }

    private void Tell(DateTimeOffset? nextDue, string? trouble)
    {
        var before = Health;
        var isNew = trouble is not null && !string.Equals(trouble, before.Trouble, StringComparison.Ordinal);
        Volatile.Write(ref _health, before with
        {
            NextDue = nextDue,
            Failing = _retries.Count,
            Trouble = trouble,
            LastError = trouble ?? before.LastError,
            LastErrorAt = isNew ? _time.GetUtcNow().ToUniversalTime() : before.LastErrorAt,
        });
    }

    private static string Cut(string text) => text.Length <= LongestDetail ? text : text[..LongestDetail];
}
