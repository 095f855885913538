using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite.Alerts;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Migrations;
using AlertAutomaton.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite;

/// <summary>
/// Alerts, recipients, attempts and their journal in one SQLite file (docs/decisions/0002-sqlite-journal.md). Every write is
/// synced when its task completes; many writes share one sync.
/// </summary>
public sealed partial class SqliteAlertStore : IAlertStore, IUsageStore, IAsyncDisposable
{
    private const int Readers = 4;

    private readonly SqliteStoreOptions _options;
    private readonly StoreHealthState _health;
    private readonly AlertWriteSession _session;
    private readonly GroupCommitWriter<AlertWriteSession> _writer;
    private readonly Checkpointer _checkpointer;
    private readonly ReaderPool _readers;
    private readonly ILogger _logger;

    private SqliteAlertStore(SqliteStoreOptions options, SqliteConnector connector, AlertWriteSession session, StoreHealthState health, TimeProvider time, ILogger logger)
    {
        _options = options;
        _logger = logger;
        _health = health;
        _session = session;
        _checkpointer = new Checkpointer(connector, options.LongLogBytes, logger);
        _readers = new ReaderPool(connector, Readers);
        var ballast = new BallastFile(options.DatabasePath + ".reserve", options.BallastBytes);
        if (!ballast.TryReserve())
        {
            health.Become(StoreCondition.DiskFull, $"there is no space for the reserve of {options.BallastBytes} bytes beside {options.DatabasePath}");
        }

        _writer = new GroupCommitWriter<AlertWriteSession>(session, ballast, health, options, _checkpointer.Committed, time, logger);
        _writer.Start();
    }

    /// <summary>What the store can do now. Reads need no look at it.</summary>
    public StoreHealthSnapshot Health => _health.Snapshot;

    /// <inheritdoc/>
    public bool TakesNewWork => Health.Condition is StoreCondition.Ready or StoreCondition.Busy;

    /// <summary>Figures of the writer, for metrics.</summary>
    public WriterStatisticsSnapshot Statistics => _writer.Statistics;

    /// <summary>Opens or creates the database, brings it to the present schema and removes orders that a crash left half written.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where conditions are logged.</param>
    /// <param name="healthChanged">Told of every change of condition, on the thread that found it; must not block.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names all of them.</exception>
    /// <exception cref="MigrationException">The database was written by another version; the message says what mends it.</exception>
    /// <exception cref="AlertStoreException">The file cannot be opened, is held by another program, or is damaged.</exception>
    public static SqliteAlertStore Open(SqliteStoreOptions options, TimeProvider time, ILoggerFactory loggers, Action<StoreHealthSnapshot>? healthChanged = null)
    {
        if (options.Validate() is { Count: > 0 } errors)
        {
            throw new ArgumentException(string.Join(' ', errors), nameof(options));
        }

        ILogger logger = loggers.CreateLogger<SqliteAlertStore>();
        var connector = new SqliteConnector(options.DatabasePath, options.BusyPatience);
        AlertWriteSession? session = null;
        try
        {
            SqliteConnection connection = connector.OpenWriter(options.LargestDatabasePages);
            try
            {
                MigrationRunner.Run(connection, time);
                session = new AlertWriteSession(connection);
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            SqliteConnector.Execute(connection, "BEGIN IMMEDIATE;");
            int discarded = session.DiscardUnsealed();
            SqliteConnector.Execute(connection, "COMMIT;");
            if (discarded > 0)
            {
                SqliteAlertStoreLog.UnsealedOrdersDiscarded(logger, discarded);
            }

            return new SqliteAlertStore(options, connector, session, new StoreHealthState(time, logger) { Changed = healthChanged }, time, logger);
        }
        catch (SqliteException error)
        {
            session?.Dispose();
            SqliteTrouble trouble = SqliteTroubles.Classify(error);
            throw new AlertStoreException($"{options.DatabasePath} cannot be opened: {error.Message}", trouble is SqliteTrouble.Busy or SqliteTrouble.DiskFull, error);
        }
    }

    /// <inheritdoc/>
    public Task AppendAsync(AlertEvent happened, CancellationToken ct) => WriteAsync(new AppendWrite(happened), ct);

    /// <summary>Writes what is queued and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _health.Become(StoreCondition.Closed, "it was closed by its owner");
        await _checkpointer.DisposeAsync();
        _readers.Dispose();
        _session.Dispose();
    }

    private async Task WriteAsync(StoreWrite<AlertWriteSession> write, CancellationToken ct)
    {
        try
        {
            await _writer.WriteAsync(write, ct);
        }
        catch (StoreUnavailableException refusal)
        {
            throw new AlertStoreException(refusal.Message, refusal.IsTransient, refusal) { NeedsSpace = refusal.Condition == StoreCondition.DiskFull };
        }
        catch (SqliteException contradiction)
        {
            // Only a write's own fault comes here: a constraint that says the same as the checks before it.
            throw new InvalidOperationException($"The store refused the write: {contradiction.Message}", contradiction);
        }
        catch (InvalidDataException damaged)
        {
            // What stands in the journal of this one alert cannot be read; the group's other writes were made.
            throw new InvalidOperationException(damaged.Message, damaged);
        }
    }
}
