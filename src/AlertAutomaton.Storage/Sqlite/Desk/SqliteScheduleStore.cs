using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Planned alerts in the desk's database.</summary>
public sealed class SqliteScheduleStore(DeskDatabase database) : IScheduleStore
{
    /// <inheritdoc/>
    public Task<ScheduleAcceptance> AcceptAsync(ScheduleOrder order, CancellationToken ct)
    {
        // Outside the transaction: a large audience takes its time.
        ScheduledAlert alert = order.Alert;
        byte[] plan = JsonSerializer.SerializeToUtf8Bytes(alert.Plan, ScheduleJson.Default.SchedulePlan);
        byte[] launch = JsonSerializer.SerializeToUtf8Bytes(alert.Launch, ScheduleJson.Default.PlannedLaunch);
        return database.WriteAsync(
            session =>
            {
                long organisation = session.NumberOf(alert.Organisation);
                SqliteStatement known = session.Query("ScheduleByKey").Bind(1, organisation).Bind(2, order.IdempotencyKey);
                if (known.Read())
                {
                    bool same = string.Equals(known.Text(1), order.Fingerprint, StringComparison.Ordinal);
                    return new ScheduleAcceptance(same ? AcceptVerdict.AlreadyAccepted : AcceptVerdict.KeyConflict, new ScheduledAlertId(known.Guid(0)));
                }

                session.Query("AddSchedule")
                    .Bind(1, organisation).Bind(2, alert.Id.Value).Bind(3, order.IdempotencyKey).Bind(4, order.Fingerprint)
                    .Bind(5, alert.Launch.Title).Bind(6, (long)alert.Launch.Kind).Bind(7, alert.Launch.Policy).Bind(8, alert.Launch.Audience.Count)
                    .Bind(9, plan).Bind(10, alert.CreatedBy).Bind(11, alert.CreatedAt.UtcTicks).Bind(12, order.First.At.UtcTicks).Bind(13, order.First.IsReminder ? 1 : 0)
                    .Run();
                session.Query("AddScheduledLaunch").Bind(1, session.LastRow).Bind(2, organisation).Bind(3, launch).Run();
                return new ScheduleAcceptance(AcceptVerdict.Accepted, alert.Id);
            },
            ct);
    }

    /// <inheritdoc/>
    public Task<Page<ScheduleRow>> ListAsync(ScheduleQuery query, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            int limit = Math.Clamp(query.Limit, 1, 1000);
            long before = long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out long mark) ? mark : long.MaxValue;
            SqliteStatement row = reader.Query("ScheduleRows").Bind(1, before).Bind(3, query.OnlyOpen ? 1 : 0).Bind(4, limit + 1);
            row = query.Organisation is { } organisation ? row.Bind(2, organisation.Value) : row.Bind(2, (long?)null);
            var rows = new List<ScheduleRow>();
            long last = 0;
            while (row.Read())
            {
                if (rows.Count == limit)
                {
                    return new Page<ScheduleRow>(rows, last.ToString(CultureInfo.InvariantCulture));
                }

                last = row.Int64(0);
                rows.Add(ScheduleReading.Row(row));
            }

            return new Page<ScheduleRow>(rows, null);
        },
        ct);

    /// <inheritdoc/>
    public Task<ScheduleRow?> GetAsync(ScheduledAlertId alert, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("ScheduleRow").Bind(1, alert.Value);
            return row.Read() ? ScheduleReading.Row(row) : null;
        },
        ct);

    /// <inheritdoc/>
    public Task<ScheduledAlert?> LoadAsync(ScheduledAlertId alert, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("ScheduleRow").Bind(1, alert.Value);
            if (!row.Read())
            {
                return null;
            }

            ScheduleRow read = ScheduleReading.Row(row);
            SqliteStatement launch = reader.Query("ScheduledLaunch").Bind(1, row.Int64(0));
            return !launch.Read() ? null : new ScheduledAlert
            {
                Id = read.Id,
                Organisation = read.Organisation,
                Launch = ScheduleReading.Launch(launch),
                Plan = read.Plan,
                CreatedBy = read.CreatedBy,
                CreatedAt = read.CreatedAt,
            };
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ScheduleRow>> NextAsync(int limit, CancellationToken ct) => database.ReadAsync<IReadOnlyList<ScheduleRow>>(
        reader =>
        {
            SqliteStatement row = reader.Query("NextSchedules").Bind(1, Math.Clamp(limit, 1, 10_000));
            var rows = new List<ScheduleRow>();
            while (row.Read())
            {
                rows.Add(ScheduleReading.Row(row));
            }

            return rows;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> BeginAsync(ScheduledAlertId alert, Occurrence occurrence, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Query("BeginOccurrence").Bind(1, alert.Value).Bind(2, occurrence.At.UtcTicks).Run();
            return session.Changes == 1;
        },
        ct);

    /// <inheritdoc/>
    public Task RecordAsync(ScheduledAlertId alert, IReadOnlyList<OccurrenceRecord> records, Occurrence? next, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (!TryFind(session, alert, out long number, out long organisation, out _))
            {
                throw new InvalidOperationException($"There is no planned alert {alert}.");
            }

            foreach (OccurrenceRecord record in records)
            {
                SqliteStatement row = session.Query("AddOccurrence")
                    .Bind(1, number).Bind(2, record.Occurrence.At.UtcTicks).Bind(3, organisation).Bind(4, record.Occurrence.IsReminder ? 1 : 0)
                    .Bind(5, (long)record.Outcome).Bind(7, (long)record.Reason).Bind(8, record.Detail).Bind(9, record.RecordedAt.UtcTicks);
                row = record.Alert is { } launched ? row.Bind(6, launched.Value) : row.Bind(6, (long?)null);
                row.Run();
            }

            Occurrence last = records[^1].Occurrence;
            session.Query("MoveSchedule")
                .Bind(1, number).Bind(2, last.At.UtcTicks).Bind(3, last.IsReminder ? 1 : 0)
                .Bind(4, next?.At.UtcTicks).Bind(5, next is { } coming ? (coming.IsReminder ? 1L : 0L) : null)
                .Run();
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task<ScheduleVerdict> ChangeAsync(ScheduledAlertId alert, ScheduleChange change, string by, string? reason, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (!TryFind(session, alert, out long number, out _, out ScheduleState state))
            {
                return ScheduleVerdict.Unknown;
            }

            (ScheduleVerdict verdict, ScheduleState now) = ScheduleTransitions.Apply(state, change);
            if (verdict == ScheduleVerdict.Done)
            {
                session.Query("ChangeSchedule").Bind(1, number).Bind(2, (long)now).Bind(3, by).Bind(4, reason).Run();
            }

            return verdict;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OccurrenceRecord>> ListOccurrencesAsync(ScheduledAlertId alert, int limit, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OccurrenceRecord>>(
        reader =>
        {
            SqliteStatement row = reader.Query("Occurrences").Bind(1, alert.Value).Bind(2, Math.Clamp(limit, 1, 1000));
            var records = new List<OccurrenceRecord>();
            while (row.Read())
            {
                records.Add(ScheduleReading.Record(row));
            }

            return records;
        },
        ct);

    private static bool TryFind(DeskWriteSession session, ScheduledAlertId alert, out long number, out long organisation, out ScheduleState state)
    {
        SqliteStatement row = session.Query("ScheduleState").Bind(1, alert.Value);
        bool found = row.Read();
        number = found ? row.Int64(0) : 0;
        organisation = found ? row.Int64(1) : 0;
        state = found ? (ScheduleState)row.Int32(2) : default;
        row.Reset();
        return found;
    }
}
