using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Migrations;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>
/// The desk's own SQLite file beside that of the alerts: small stores that need no group commit share it, each with its tables, its
/// migrations and its file of queries. One writer at a time; a write is synced when its task completes (WAL, synchronous=FULL). Reads
/// see one state and hold up nobody.
/// </summary>
public sealed class DeskDatabase : IAsyncDisposable
{
    private const int Readers = 2;

    private readonly string _path;
    private readonly DeskWriteSession _session;
    private readonly ReaderPool _readers;
    private readonly SemaphoreSlim _turn = new(1);
    private AlertStoreException? _broken;
    private bool _closed;

    private DeskDatabase(string path, SqliteConnector connector, DeskWriteSession session)
    {
        _path = path;
        _session = session;
        _readers = new ReaderPool(connector, Readers, DeskQueries.Get);
    }

    /// <summary>Where the file is.</summary>
    public string Path => _path;

    /// <summary>What happened to a database that must not be used any more (its disk failed); null while all is well.</summary>
    public string? Fault => Volatile.Read(ref _broken)?.Message;

    /// <summary>Opens or creates the database and brings it to the present schema.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">Dates the migrations.</param>
    /// <returns>The database, held until it is disposed of.</returns>
    /// <exception cref="MigrationException">It was written by another version; the message says what mends it.</exception>
    /// <exception cref="AlertStoreException">The file cannot be opened, is held by another program, or is damaged.</exception>
    public static DeskDatabase Open(DeskDatabaseOptions options, TimeProvider time)
    {
        var connector = new SqliteConnector(options.Path, options.BusyPatience);
        try
        {
            SqliteConnection connection = connector.OpenWriter(options.LargestPages);
            try
            {
                // Writes are few: the log may be taken over into the database within a commit.
                SqliteConnector.Execute(connection, "PRAGMA wal_autocheckpoint = 1000;");
                MigrationRunner.Run(connection, DeskMigrations.Known, time);
                return new DeskDatabase(options.Path, connector, new DeskWriteSession(connection));
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw Explained(options.Path, "cannot be opened", error);
        }
    }

    /// <summary>Lets writes that have begun end, and closes the file.</summary>
    /// <returns>Completes when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (!_closed)
        {
            _closed = true;
            _readers.Dispose();
            _session.Dispose();
        }

        _turn.Release();
    }

    /// <summary>Writes in one transaction.</summary>
    /// <exception cref="AlertStoreException">Nothing of it is stored, unless the exception is not transient: then that is not known.</exception>
    /// <exception cref="InvalidOperationException">The write contradicts the schema; nothing of it is stored, the database is well.</exception>
    internal async Task<T> WriteAsync<T>(Func<DeskWriteSession, T> write, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_broken is { } broken)
            {
                throw new AlertStoreException(broken.Message, isTransient: false, broken);
            }

            ObjectDisposedException.ThrowIf(_closed, this);
            return await Task.Run(() => _session.InTransaction(write), CancellationToken.None);
        }
        catch (SqliteException error)
        {
            SqliteTrouble trouble = SqliteTroubles.Classify(error);
            if (trouble == SqliteTrouble.Statement)
            {
                throw new InvalidOperationException($"{_path} refused the write: {error.Message}", error);
            }

            AlertStoreException explained = Explained(_path, "cannot be written", error);
            if (trouble == SqliteTrouble.Broken)
            {
                Volatile.Write(ref _broken, explained);
            }

            throw explained;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads against one state of the database.</summary>
    /// <exception cref="AlertStoreException">It cannot be read now.</exception>
    internal async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken ct)
    {
        try
        {
            return await _readers.ReadAsync(read, ct);
        }
        catch (SqliteException error)
        {
            throw Explained(_path, "cannot be read", error);
        }
    }

    private static AlertStoreException Explained(string path, string what, SqliteException error)
    {
        SqliteTrouble trouble = SqliteTroubles.Classify(error);
        string mend = trouble switch
        {
            SqliteTrouble.Busy => " Another program holds it: end that program.",
            SqliteTrouble.DiskFull => " Free space on its disk.",
            _ => " Check its disk, then start the daemon again.",
        };
        return new AlertStoreException($"{path} {what}: {error.Message}.{mend}", trouble is SqliteTrouble.Busy or SqliteTrouble.DiskFull, error)
        {
            NeedsSpace = trouble == SqliteTrouble.DiskFull,
        };
    }
}
