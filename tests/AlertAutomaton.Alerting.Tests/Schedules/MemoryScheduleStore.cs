using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Schedules;

/// <summary>Planned alerts in memory with the promises of a real store, and trouble on demand.</summary>
internal sealed class MemoryScheduleStore : IScheduleStore
{
    private readonly Lock _gate = new();
    private readonly List<(ScheduledAlert Alert, ScheduleRow Row)> _alerts = [];
    private readonly Dictionary<ScheduledAlertId, List<OccurrenceRecord>> _records = [];

    /// <summary>While set, reading fails.</summary>
    public bool ReadingFails { get; set; }

    /// <summary>While set, recording fails.</summary>
    public bool RecordingFails { get; set; }

    public Task<ScheduleAcceptance> AcceptAsync(ScheduleOrder order, CancellationToken ct)
    {
        lock (_gate)
        {
            var (alert, launch) = (order.Alert, order.Alert.Launch);
            _alerts.Add((alert, new ScheduleRow
            {
                Id = alert.Id,
                Organisation = alert.Organisation,
                Title = launch.Title,
                Kind = launch.Kind,
                Policy = launch.Policy,
                Recipients = launch.Audience.Count,
                Plan = alert.Plan,
                State = ScheduleState.Planned,
                CreatedBy = alert.CreatedBy,
                CreatedAt = alert.CreatedAt,
                Next = order.First,
            }));
            _records.Add(alert.Id, []);
            return Task.FromResult(new ScheduleAcceptance(AcceptVerdict.Accepted, alert.Id));
        }
    }

    public Task<Page<ScheduleRow>> ListAsync(ScheduleQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<ScheduleRow?> GetAsync(ScheduledAlertId alert, CancellationToken ct) => Task.FromResult<ScheduleRow?>(Row(alert));

    public Task<ScheduledAlert?> LoadAsync(ScheduledAlertId alert, CancellationToken ct)
    {
        lock (_gate)
        {
            return Task.FromResult<ScheduledAlert?>(_alerts.Find(one => one.Alert.Id == alert).Alert);
        }
    }

    public Task<IReadOnlyList<ScheduleRow>> NextAsync(int limit, CancellationToken ct)
    {
        Fail(ReadingFails);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ScheduleRow>>(
                [.. _alerts.Select(one => one.Row).Where(row => row.State <= ScheduleState.Paused && row.Next is not null).OrderBy(row => row.Next!.Value.At).Take(limit)]);
        }
    }

    public Task<bool> BeginAsync(ScheduledAlertId alert, Occurrence occurrence, CancellationToken ct)
    {
        lock (_gate)
        {
            var row = Row(alert);
            var may = row.State == ScheduleState.Planned && row.Next?.At == occurrence.At;
            if (may)
            {
                Put(row with { Begun = occurrence.At });
            }

            return Task.FromResult(may);
        }
    }

    public Task RecordAsync(ScheduledAlertId alert, IReadOnlyList<OccurrenceRecord> records, Occurrence? next, CancellationToken ct)
    {
        Fail(RecordingFails);
        lock (_gate)
        {
            var row = Row(alert);
            var kept = _records[alert];
            kept.AddRange(records.Where(record => !kept.Exists(known => known.Occurrence.At == record.Occurrence.At)));
            var open = row.State <= ScheduleState.Paused;
            Put(row with { Last = records[^1].Occurrence, Next = open ? next : null, Begun = null, State = open && next is null ? ScheduleState.Done : row.State });
            return Task.CompletedTask;
        }
    }

    public Task<ScheduleVerdict> ChangeAsync(ScheduledAlertId alert, ScheduleChange change, string by, string? reason, CancellationToken ct)
    {
        lock (_gate)
        {
            var row = Row(alert);
            var (verdict, state) = ScheduleTransitions.Apply(row.State, change);
            Put(row with { State = state, Next = state == ScheduleState.Cancelled ? null : row.Next });
            return Task.FromResult(verdict);
        }
    }

    public Task<IReadOnlyList<OccurrenceRecord>> ListOccurrencesAsync(ScheduledAlertId alert, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OccurrenceRecord>>(Records(alert));

    public ScheduleRow Row(ScheduledAlertId alert)
    {
        lock (_gate)
        {
            return _alerts.Find(one => one.Alert.Id == alert).Row;
        }
    }

    /// <summary>In the order in which they were recorded.</summary>
    public List<OccurrenceRecord> Records(ScheduledAlertId alert)
    {
        lock (_gate)
        {
            return [.. _records[alert]];
        }
    }

    private void Put(ScheduleRow row)
    {
        var place = _alerts.FindIndex(one => one.Alert.Id == row.Id);
        _alerts[place] = (_alerts[place].Alert, row);
    }

    private static void Fail(bool fails)
    {
        if (fails)
        {
            throw new AlertStoreException("The disk is full.", isTransient: true);
        }
    }
}
