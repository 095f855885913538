using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Tests.Sqlite.Writing;

/// <summary>The smallest session: one table of numbers, and a note of the transactions' ends.</summary>
internal sealed class CounterSession : IWriteSession
{
    private readonly SqliteStatement _insert;

    public CounterSession(SqliteConnection connection)
    {
        Connection = connection;
        SqliteConnector.Execute(connection, "CREATE TABLE IF NOT EXISTS number (value INTEGER PRIMARY KEY, filler BLOB) STRICT;");
        _insert = new SqliteStatement(connection, "INSERT INTO number (value, filler) VALUES (?1, ?2);");
    }

    public SqliteConnection Connection { get; }

    public int CommittedCount { get; private set; }

    public int RolledBackCount { get; private set; }

    public int MarkCount { get; private set; }

    public int RolledBackToMarkCount { get; private set; }

    public void Insert(long value, int fillerBytes) => _insert.Bind(1, value).Bind(2, new byte[fillerBytes]).Run();

    public void Mark() => MarkCount++;

    public void RolledBackToMark() => RolledBackToMarkCount++;

    public void BeforeCommit()
    {
    }

    public void Committed() => CommittedCount++;

    public void RolledBack() => RolledBackCount++;

    public void Dispose()
    {
        _insert.Dispose();
        Connection.Dispose();
    }
}
