using System.Threading.Channels;
using AlertAutomaton.Storage.Health;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>
/// The one thread that writes. Whatever waits when it comes back from a commit goes into the next one together: alone, a
/// write pays one sync; under load, hundreds share it. Nothing is delayed on purpose to make groups larger.
/// <code>
///   callers ──► bounded queue ──► take all that waits ──► BEGIN, apply each, COMMIT (synced) ──► complete each caller
///                                        ▲                          │
///                                        │    a write's own fault   │──► undo, run again with savepoints, refuse only that one
///                                        │    database held         │──► try again until it is let go
///                                        └─── disk full             │──► free the reserve, leave out new work, run again
///                                             anything else         └──► failed for good: every caller is told
/// </code>
/// </summary>
internal sealed class GroupCommitWriter<TSession> : IAsyncDisposable
    where TSession : IWriteSession
{
    private readonly Channel<StoreWrite<TSession>> _queue;
    private readonly TSession _session;
    private readonly GroupTransaction<TSession> _transaction;
    private readonly BallastFile _ballast;
    private readonly StoreHealthState _health;
    private readonly Action _afterCommit;
    private readonly ILogger _logger;
    private readonly SqliteStoreOptions _options;
    private readonly ITimer _recovery;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<StoreWrite<TSession>> _group = [];
    private volatile bool _closing;
    private readonly TimeProvider _time;
    private readonly LatencyState _latency = new();
    private long _writes;
    private long _commits;
    private int _largestGroup;

    /// <param name="session">What writes work on.</param>
    /// <param name="ballast">The reserve for a full disk.</param>
    /// <param name="health">Where the store's condition is kept.</param>
    /// <param name="options">Group and queue sizes.</param>
    /// <param name="afterCommit">Called on the writer's thread after each commit, outside of any transaction.</param>
    /// <param name="time">Paces the tries to leave a full disk, and measures how long writes take.</param>
    /// <param name="logger">Where a stopped writer is reported.</param>
    public GroupCommitWriter(TSession session, BallastFile ballast, StoreHealthState health, SqliteStoreOptions options, Action afterCommit, TimeProvider time, ILogger logger)
    {
        _session = session;
        _transaction = new GroupTransaction<TSession>(session);
        _ballast = ballast;
        _health = health;
        _options = options;
        _afterCommit = afterCommit;
        _logger = logger;
        _time = time;
        _queue = Channel.CreateBounded<StoreWrite<TSession>>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _recovery = time.CreateTimer(_ => LeaveDiskFull(), null, options.DiskFullRetry, options.DiskFullRetry);
        _thread = new Thread(Work) { IsBackground = true, Name = "store writer" };
    }

    public WriterStatisticsSnapshot Statistics => new(Interlocked.Read(ref _writes), Interlocked.Read(ref _commits), Volatile.Read(ref _largestGroup), _latency.Snapshot());

    public void Start() => _thread.Start();

    /// <summary>Queues a write; the task completes when it is synced. Cancelling works only while waiting for a place in the
    /// queue: a queued write is made, since its caller could not know otherwise whether it was.</summary>
    public async Task WriteAsync(StoreWrite<TSession> write, CancellationToken cancellation)
    {
        if (_health.Snapshot.Condition is StoreCondition.Failed or StoreCondition.Closed)
        {
            throw _health.Refusal();
        }

        write.HandedOver = _time.GetTimestamp();
        if (!_queue.Writer.TryWrite(write))
        {
            try
            {
                await _queue.Writer.WriteAsync(write, cancellation);
            }
            catch (ChannelClosedException closed)
            {
                throw new StoreUnavailableException(StoreCondition.Closed, "it was closed by its owner", closed);
            }
        }

        await write.Completion;
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _queue.Writer.TryComplete();
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _ended.TrySetResult();
        }

        await _ended.Task;
        await _recovery.DisposeAsync();
        _transaction.Dispose();
    }

    private void Work()
    {
        ChannelReader<StoreWrite<TSession>> reader = _queue.Reader;
        try
        {
            while (WaitForWork(reader))
            {
                TakeWaiting(reader);
                CommitGroup(reader);
                _group.Clear();
            }
        }
        catch (Exception bug)
        {
            // The thread must not die in silence: callers would wait for ever for an acknowledgement.
            GroupCommitLog.WriterStopped(_logger, bug);
            _health.Become(StoreCondition.Failed, bug.Message);
            FailAll(_health.Refusal(bug));
            DrainFailed(reader);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    private static bool WaitForWork(ChannelReader<StoreWrite<TSession>> reader)
    {
        ValueTask<bool> waiting = reader.WaitToReadAsync();
        return waiting.IsCompletedSuccessfully ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void TakeWaiting(ChannelReader<StoreWrite<TSession>> reader)
    {
        while (_group.Count < _options.LargestBatch && reader.TryRead(out StoreWrite<TSession>? write))
        {
            _group.Add(write);
        }
    }

    private void CommitGroup(ChannelReader<StoreWrite<TSession>> reader)
    {
        bool withSavepoints = false;

        // While the database is held, an empty group is tried too: that is how the store notices that it was let go.
        while (_group.Count > 0 || _health.Snapshot.Condition == StoreCondition.Busy)
        {
            switch (_health.Snapshot.Condition)
            {
                case StoreCondition.Failed or StoreCondition.Closed:
                    FailAll(_health.Refusal());
                    return;
                case StoreCondition.DiskFull:
                    Refuse(write => write.IsNewWork, _health.Refusal());
                    break;
            }

            if (_group.Count == 0 && _health.Snapshot.Condition != StoreCondition.Busy)
            {
                return;
            }

            switch (_transaction.Run(_group, withSavepoints))
            {
                case TransactionEnd.Committed:
                    CompleteAll();
                    return;
                case TransactionEnd.WriteRefused when !withSavepoints:
                    withSavepoints = true;
                    break;
                case TransactionEnd.Busy when !_closing:
                    ReportBusy();
                    TakeWaiting(reader);
                    Refuse(write => !write.WaitsWhileBusy, new StoreUnavailableException(StoreCondition.Busy, "another program holds the database; try again shortly"));
                    break;
                case TransactionEnd.DiskFull when !GiveUpForSpace():
                    FailAll(_health.Refusal(_transaction.Trouble));
                    return;
                case TransactionEnd.DiskFull:
                    break;
                case TransactionEnd.Busy:
                    FailAll(new StoreUnavailableException(StoreCondition.Busy, "another program held the database until the store closed", _transaction.Trouble));
                    return;
                default:
                    _health.Become(StoreCondition.Failed, _transaction.Trouble?.Message ?? "the transaction could not be undone");
                    FailAll(_health.Refusal(_transaction.Trouble));
                    return;
            }
        }
    }

    private void ReportBusy()
    {
        // A full disk stays the condition: it decides which work is refused once the database is let go.
        if (_health.Snapshot.Condition == StoreCondition.Ready)
        {
            _health.Become(StoreCondition.Busy, "another program holds the database");
        }
    }

    /// <summary>True when running the group again may succeed: space was freed or new work was left out.</summary>
    private bool GiveUpForSpace()
    {
        bool first = _health.Snapshot.Condition != StoreCondition.DiskFull;
        bool freed = _ballast.TryRelease();
        _health.Become(StoreCondition.DiskFull, _transaction.Trouble?.Message ?? "database or disk is full");
        return freed || (first && _group.Exists(write => write.IsNewWork));
    }

    private void LeaveDiskFull()
    {
        if (_health.Snapshot.Condition == StoreCondition.DiskFull && _ballast.TryReserve())
        {
            _health.Recover(StoreCondition.DiskFull);
        }
    }

    private void Refuse(Predicate<StoreWrite<TSession>> which, StoreUnavailableException refusal)
    {
        foreach (StoreWrite<TSession> write in _group.FindAll(which))
        {
            write.Fail(refusal);
        }

        _group.RemoveAll(which);
    }

    private void CompleteAll()
    {
        _health.Recover(StoreCondition.Busy);
        if (_group.Count == 0)
        {
            return;
        }

        long synced = _time.GetTimestamp();
        foreach (StoreWrite<TSession> write in _group)
        {
            _latency.Add(_time.GetElapsedTime(write.HandedOver, synced));
        }

        Interlocked.Add(ref _writes, _group.Count);
        Interlocked.Increment(ref _commits);
        Volatile.Write(ref _largestGroup, Math.Max(_largestGroup, _group.Count));
        ThreadPool.UnsafeQueueUserWorkItem(new CompletedGroup<TSession>(_group), preferLocal: false);
        _group = new List<StoreWrite<TSession>>(_group.Count);
        _afterCommit();
    }

    private void FailAll(Exception cause)
    {
        foreach (StoreWrite<TSession> write in _group)
        {
            write.Fail(cause);
        }

        _group.Clear();
    }

    private void DrainFailed(ChannelReader<StoreWrite<TSession>> reader)
    {
        while (WaitForWork(reader))
        {
            while (reader.TryRead(out StoreWrite<TSession>? write))
            {
                write.Fail(_health.Refusal());
            }
        }
    }
}
