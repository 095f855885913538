using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>
/// Runs a group of writes in one transaction. The first run has no savepoints, because a savepoint makes SQLite copy every
/// page that a write touches and nearly no write fails. When one does fail, the whole group is undone and run once more
/// with a savepoint around each write, so that only the guilty one is left out.
/// </summary>
internal sealed class GroupTransaction<TSession> : IDisposable
    where TSession : IWriteSession
{
    private readonly TSession _session;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _savepoint;
    private readonly SqliteStatement _release;
    private readonly SqliteStatement _rollbackTo;

    public GroupTransaction(TSession session)
    {
        _session = session;
        _begin = new SqliteStatement(session.Connection, "BEGIN IMMEDIATE;");
        _commit = new SqliteStatement(session.Connection, "COMMIT;");
        _rollback = new SqliteStatement(session.Connection, "ROLLBACK;");
        _savepoint = new SqliteStatement(session.Connection, "SAVEPOINT one_write;");
        _release = new SqliteStatement(session.Connection, "RELEASE one_write;");
        _rollbackTo = new SqliteStatement(session.Connection, "ROLLBACK TO one_write;");
    }

    /// <summary>What ended the last transaction that did not commit.</summary>
    public Exception? Trouble { get; private set; }

    public TransactionEnd Run(IReadOnlyList<StoreWrite<TSession>> writes, bool withSavepoints)
    {
        Trouble = null;
        try
        {
            _begin.Run();
            foreach (StoreWrite<TSession> write in writes)
            {
                write.Refusal = null;
                if (withSavepoints)
                {
                    ApplyGuarded(write);
                }
                else
                {
                    write.Apply(_session);
                }
            }

            _session.BeforeCommit();
            _commit.Run();
        }
        catch (SqliteException error)
        {
            Undo(error);
            return SqliteTroubles.Classify(error) switch
            {
                SqliteTrouble.Statement => TransactionEnd.WriteRefused,
                SqliteTrouble.Busy => TransactionEnd.Busy,
                SqliteTrouble.DiskFull => TransactionEnd.DiskFull,
                _ => TransactionEnd.Broken,
            };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Undo(error);
            return TransactionEnd.WriteRefused;
        }

        _session.Committed();
        return TransactionEnd.Committed;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _savepoint.Dispose();
        _release.Dispose();
        _rollbackTo.Dispose();
    }

    private void ApplyGuarded(StoreWrite<TSession> write)
    {
        _savepoint.Run();
        _session.Mark();
        try
        {
            write.Apply(_session);
        }
        catch (Exception error) when (IsTheWritesOwnFault(error))
        {
            write.Refusal = error;
            _rollbackTo.Run();
            _session.RolledBackToMark();
        }

        _release.Run();
    }

    private static bool IsTheWritesOwnFault(Exception error) => error is SqliteException sqlite
        ? SqliteTroubles.Classify(sqlite) == SqliteTrouble.Statement
        : error is not OutOfMemoryException;

    private void Undo(Exception trouble)
    {
        Trouble = trouble;
        _session.RolledBack();

        // SQLite rolls back by itself on some errors (full disk, I/O); a second ROLLBACK would be an error of its own.
        if (raw.sqlite3_get_autocommit(_session.Connection.Handle!) != 0)
        {
            return;
        }

        try
        {
            _rollback.Run();
        }
        catch (SqliteException error)
        {
            Trouble = new AggregateException(trouble, error);
        }
    }
}
