using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>
/// A statement prepared once and run many times on one connection by one thread. It binds spans directly: the provider's
/// commands allocate several objects per run, which is most of the cost of a small insert.
/// Parameters are numbered from 1, columns from 0, as in SQLite.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(connection));
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _database);
    }

    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, index, number) : raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, Guid value)
    {
        // Big-endian keeps the time order of version 7 identifiers in the order of the bytes (RFC 9562 §6.11).
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_statement, index, bytes));
        return this;
    }

    public SqliteStatement Bind(int index, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, index));
            return this;
        }

        if (value.Length <= 128)
        {
            Span<byte> utf8 = stackalloc byte[384];
            int written = Encoding.UTF8.GetBytes(value, utf8);
            Check(raw.sqlite3_bind_text(_statement, index, utf8[..written]));
            return this;
        }

        Check(raw.sqlite3_bind_text(_statement, index, Encoding.UTF8.GetBytes(value)));
        return this;
    }

    /// <summary>Runs to the end and makes the statement ready for its next run; for statements that return no rows.</summary>
    public void Run()
    {
        int result = raw.sqlite3_step(_statement);
        int reset = raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE && result != raw.SQLITE_ROW)
        {
            throw Failure(result);
        }

        Check(reset);
    }

    /// <summary>Moves to the next row. After false the statement is ready for its next run.</summary>
    public bool Read()
    {
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        return result == raw.SQLITE_DONE ? false : throw Failure(result);
    }

    /// <summary>Gives up the rows not read yet and makes the statement ready for its next run.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>The bytes of the current row; valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public Guid Guid(int column) => new(Blob(column), bigEndian: true);

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result)
    {
        string message = raw.sqlite3_errmsg(_database).utf8_to_string() ?? "";
        return new SqliteException(message, result & 0xFF, raw.sqlite3_extended_errcode(_database));
    }
}
