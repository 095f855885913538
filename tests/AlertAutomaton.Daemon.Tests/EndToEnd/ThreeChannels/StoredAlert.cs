using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>What the daemon left on disk of its first alert, read with plain SQL and none of its code.</summary>
internal sealed record StoredAlert(IReadOnlyList<StoredHousehold> Households, IReadOnlyList<StoredAttempt> Attempts)
{
    public static StoredAlert Read(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var households = new List<StoredHousehold>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText =
                "SELECT place & 4294967295, reason IS NOT NULL AND open_attempts = 0, score, acknowledgement, acknowledged_at FROM recipient WHERE place >> 32 = 1 ORDER BY place";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                households.Add(new StoredHousehold(row.GetInt32(0), row.GetBoolean(1), row.GetInt32(2), row.GetInt32(3), row.IsDBNull(4) ? null : Moment(row.GetInt64(4))));
            }
        }

        var references = new List<(long Attempt, string Reference)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT attempt, reference FROM attempt_reference";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                references.Add((row.GetInt64(0), row.GetString(1)));
            }
        }

        var named = references.ToLookup(one => one.Attempt, one => one.Reference);
        var attempts = new List<StoredAttempt>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT place, id, recipient & 4294967295, lane, outcome, units, begun FROM attempt WHERE place >> 32 = 1 ORDER BY place";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                attempts.Add(new StoredAttempt(
                    new Guid(row.GetFieldValue<byte[]>(1), bigEndian: true), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), Moment(row.GetInt64(6)),
                    [.. named[row.GetInt64(0)]]));
            }
        }

        return new StoredAlert(households, attempts);
    }

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
