using System.Threading.Channels;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>
/// Copies the write-ahead log into the database on a connection and thread of its own, so that no commit waits for it.
/// A passive checkpoint never blocks the writer, but under steady load it never quite catches up either, and the log begins
/// again from its start only when it was caught up with. So once the log is long, the writer itself does the short rest.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private const int CommitsBetween = 64;
    private const int PageBytes = 4096;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _checkpoint;
    private readonly long _longLogPages;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _work;
    private volatile bool _logIsLong;
    private bool _failing;
    private int _commits;

    public Checkpointer(SqliteConnector connector, long longLogBytes, ILogger logger)
    {
        _connection = connector.OpenCheckpointer();
        _checkpoint = new SqliteStatement(_connection, "PRAGMA wal_checkpoint(PASSIVE);");
        _longLogPages = longLogBytes / PageBytes;
        _logger = logger;
        _work = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Called by the writer after each commit, outside of any transaction.</summary>
    public void Committed()
    {
        if (++_commits % CommitsBetween == 0)
        {
            _wanted.Writer.TryWrite(true);
        }

        if (_logIsLong && _gate.TryEnter())
        {
            try
            {
                Run_NeedsLock();
                _logIsLong = false;
            }
            finally
            {
                _gate.Exit();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _wanted.Writer.TryComplete();
        await _work;
        _checkpoint.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task WorkAsync()
    {
        await foreach (bool _ in _wanted.Reader.ReadAllAsync())
        {
            lock (_gate)
            {
                _logIsLong = Run_NeedsLock() > _longLogPages;
            }
        }
    }

    /// <summary>The number of pages in the log.</summary>
    private long Run_NeedsLock()
    {
        long pages = 0;
        try
        {
            while (_checkpoint.Read())
            {
                pages = _checkpoint.Int64(1);
            }

            _failing = false;
        }
        catch (SqliteException error)
        {
            // The log keeps everything that was committed; it only grows until a later checkpoint succeeds.
            if (!_failing)
            {
                GroupCommitLog.CheckpointFailed(_logger, error.Message);
            }

            _failing = true;
        }

        return pages;
    }
}
