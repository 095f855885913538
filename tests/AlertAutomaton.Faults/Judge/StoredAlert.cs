using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Faults.Judge;

/// <summary>Reads what the daemon left on disk, with plain SQL.</summary>
internal sealed class StoredAlert
{
    public StoredAlert(IReadOnlyList<StoredRecipient> recipients, IReadOnlyList<StoredAttempt> attempts, string integrity)
    {
        Recipients = recipients;
        Attempts = attempts;
        Integrity = integrity;
    }

    public IReadOnlyList<StoredRecipient> Recipients { get; }

    public IReadOnlyList<StoredAttempt> Attempts { get; }

    /// <summary>What SQLite's own check says; "ok" when all is well.</summary>
    public string Integrity { get; }

    /// <summary>Reads one alert, by its place among the alerts on file, from 1.</summary>
    public static StoredAlert Read(string database, int alert)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        var recipients = new List<StoredRecipient>();
        Each(
            connection,
            $"SELECT place & 4294967295, reason IS NOT NULL, acknowledgement <> 0 FROM recipient WHERE place >> 32 = {alert} ORDER BY place",
            row => recipients.Add(new StoredRecipient(row.GetInt32(0), row.GetBoolean(1), row.GetBoolean(2))));
        var attempts = new List<StoredAttempt>();
        Each(
            connection,
            $"SELECT recipient & 4294967295, number, outcome, doubtful_repeat FROM attempt WHERE place >> 32 = {alert} ORDER BY place",
            row => attempts.Add(new StoredAttempt(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3))));
        string integrity = "";
        Each(connection, "PRAGMA integrity_check", row => integrity += row.GetString(0));
        return new StoredAlert(recipients, attempts, integrity);
    }

    private static void Each(SqliteConnection connection, string query, Action<SqliteDataReader> take)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries stand above; all that varies is a number.
        command.CommandText = query;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }
}
