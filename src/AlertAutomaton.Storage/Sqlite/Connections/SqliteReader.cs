using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>A read-only connection with its statements, prepared at their first use. One user at a time.</summary>
internal sealed class SqliteReader(SqliteConnection connection, Func<string, string>? queries = null) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteStatement Query(string name)
    {
        if (!_statements.TryGetValue(name, out SqliteStatement? statement))
        {
            statement = new SqliteStatement(connection, (queries ?? NamedQueries.Get)(name));
            _statements.Add(name, statement);
        }

        return statement;
    }

    /// <summary>Everything read inside sees the database as it was at the first read.</summary>
    public T InSnapshot<T>(Func<SqliteReader, T> read)
    {
        SqliteConnector.Execute(connection, "BEGIN;");
        try
        {
            return read(this);
        }
        finally
        {
            foreach (SqliteStatement statement in _statements.Values)
            {
                statement.Reset();
            }

            SqliteConnector.Execute(connection, "COMMIT;");
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
}
