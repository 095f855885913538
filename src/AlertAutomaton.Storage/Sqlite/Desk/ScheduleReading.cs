using System.Text.Json;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Turns rows of planned alerts into what the engine works with.</summary>
internal static class ScheduleReading
{
    public static ScheduleRow Row(SqliteStatement row) => new()
    {
        Id = new ScheduledAlertId(row.Guid(1)),
        Organisation = new OrganisationId(row.Guid(2)),
        Title = row.Text(3),
        Kind = (AlertKind)row.Int32(4),
        Policy = row.Text(5),
        Recipients = row.Int32(6),
        Plan = Read(row.Blob(7), ScheduleJson.Default.SchedulePlan),
        State = (ScheduleState)row.Int32(8),
        CreatedBy = row.Text(9),
        CreatedAt = Time(row.Int64(10)),
        ChangedBy = row.IsNull(11) ? null : row.Text(11),
        Reason = row.IsNull(12) ? null : row.Text(12),
        Last = Occurrence(row, 13),
        Next = Occurrence(row, 15),
        Begun = row.IsNull(17) ? null : Time(row.Int64(17)),
    };

    public static PlannedLaunch Launch(SqliteStatement row) => Read(row.Blob(0), ScheduleJson.Default.PlannedLaunch);

    public static OccurrenceRecord Record(SqliteStatement row) => new()
    {
        Occurrence = new Occurrence(Time(row.Int64(0)), row.Int32(1) != 0),
        Outcome = (OccurrenceOutcome)row.Int32(2),
        Alert = row.IsNull(3) ? null : new AlertId(row.Guid(3)),
        Reason = (MissReason)row.Int32(4),
        Detail = row.IsNull(5) ? null : row.Text(5),
        RecordedAt = Time(row.Int64(6)),
    };

    private static Occurrence? Occurrence(SqliteStatement row, int column) =>
        row.IsNull(column) ? null : new Occurrence(Time(row.Int64(column)), row.Int32(column + 1) != 0);

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static T Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("A planned alert in the database is empty.");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"A planned alert in the database cannot be read: {damaged.Message}", damaged);
        }
    }
}
