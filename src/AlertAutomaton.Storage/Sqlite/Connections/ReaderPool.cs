using System.Collections.Concurrent;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>Read connections that are kept open and lent out one user at a time; each sees one consistent state per transaction.</summary>
internal sealed class ReaderPool(SqliteConnector connector, int capacity, Func<string, string>? queries = null) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly SemaphoreSlim _places = new(capacity);
    private volatile bool _disposed;

    /// <summary>Runs <paramref name="read"/> on a worker thread against one snapshot of the database.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _places.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Lend(read), cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out SqliteReader? reader))
        {
            reader.Dispose();
        }
    }

    private T Lend<T>(Func<SqliteReader, T> read)
    {
        if (!_idle.TryTake(out SqliteReader? reader))
        {
            reader = new SqliteReader(connector.OpenReader(), queries);
        }

        bool sound = false;
        try
        {
            T result = reader.InSnapshot(read);
            sound = true;
            return result;
        }
        finally
        {
            if (sound && !_disposed)
            {
                _idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }
}
