using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Benchmarks.Journal;

/// <summary>The baseline: one row per synced transaction, one after the other, on the same disk and with the same settings.</summary>
internal static class PlainCommitLoop
{
    public static double Run(string database, int payloadBytes, TimeSpan duration)
    {
        using var connection = new SqliteConnector(database, TimeSpan.FromSeconds(1)).OpenWriter(0);
        SqliteConnector.Execute(connection, "CREATE TABLE row (id INTEGER PRIMARY KEY, payload BLOB) STRICT;");
        using var begin = new SqliteStatement(connection, "BEGIN IMMEDIATE;");
        using var insert = new SqliteStatement(connection, "INSERT INTO row (payload) VALUES (?1);");
        using var commit = new SqliteStatement(connection, "COMMIT;");
        byte[] payload = new byte[payloadBytes];
        long start = TimeProvider.System.GetTimestamp();
        int rows = 0;
        while (TimeProvider.System.GetElapsedTime(start) < duration)
        {
            begin.Run();
            insert.Bind(1, payload).Run();
            commit.Run();
            rows++;
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
