using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>Opens connections to one database file with the settings that the promise of durability needs.</summary>
internal sealed class SqliteConnector(string databasePath, TimeSpan busyPatience)
{
    /// <summary>The one connection that writes. WAL with synchronous=FULL syncs the log in every commit, so a commit that
    /// returned survives power loss; checkpoints are done by their own connection, so that none hides in a commit.</summary>
    public SqliteConnection OpenWriter(long largestPages)
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL;");
            Execute(connection, "PRAGMA synchronous = FULL;");
            Execute(connection, "PRAGMA wal_autocheckpoint = 0;");
            Execute(connection, "PRAGMA journal_size_limit = 67108864;");
            Execute(connection, "PRAGMA cache_size = -16384;");
            Execute(connection, "PRAGMA temp_store = MEMORY;");
            if (largestPages > 0)
            {
                Execute(connection, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {largestPages};"));
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenCheckpointer()
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA synchronous = FULL;");
        Execute(connection, "PRAGMA wal_autocheckpoint = 0;");
        return connection;
    }

    /// <summary>A connection that cannot write, whatever statement it is given.</summary>
    public SqliteConnection OpenReader()
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA query_only = ON;");
        Execute(connection, "PRAGMA cache_size = -4096;");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new SqliteStatement(connection, sql);
        statement.Run();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // Pooling would keep the file open after Dispose, and a default timeout of 30 s would hide a busy database.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = databasePath,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle!, (int)busyPatience.TotalMilliseconds);
            Execute(connection, "PRAGMA foreign_keys = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
