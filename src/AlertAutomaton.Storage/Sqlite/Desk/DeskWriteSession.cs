using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>The one connection that writes the desk's database, with its statements. One user at a time, always inside a transaction.</summary>
internal sealed class DeskWriteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteStatement Query(string name)
    {
        if (!_statements.TryGetValue(name, out SqliteStatement? statement))
        {
            statement = new SqliteStatement(connection, DeskQueries.Get(name));
            _statements.Add(name, statement);
        }

        return statement;
    }

    /// <summary>The number under which rows carry an organisation; it gets one when it has none.</summary>
    public long NumberOf(OrganisationId organisation)
    {
        Query("AddOrganisation").Bind(1, organisation.Value).Run();
        SqliteStatement row = Query("OrganisationNumber").Bind(1, organisation.Value);
        row.Read();
        long number = row.Int64(0);
        row.Reset();
        return number;
    }

    /// <summary>The number of the row that the last insert made.</summary>
    public long LastRow => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => SQLitePCL.raw.sqlite3_changes(connection.Handle!);

    /// <summary>Everything written inside is on disk when this returns, or nothing of it.</summary>
    public T InTransaction<T>(Func<DeskWriteSession, T> write)
    {
        SqliteConnector.Execute(connection, "BEGIN IMMEDIATE;");
        try
        {
            T result = write(this);
            ResetAll();
            SqliteConnector.Execute(connection, "COMMIT;");
            return result;
        }
        catch
        {
            ResetAll();
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void ResetAll()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Reset();
        }
    }

    private void RollBack()
    {
        // Some errors have rolled back already; asking again would be an error of its own.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            SqliteConnector.Execute(connection, "ROLLBACK;");
        }
    }
}
