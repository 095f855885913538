using System.Collections.Concurrent;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>
/// Runs pieces of work one after the other without a thread of its own: whoever brings the first piece to an idle queue works it off.
/// Everything that a user agent knows is touched only from here, so that nothing below it needs a lock and no callback runs inside one.
/// </summary>
/// <param name="onError">Told about exceptions that leave a piece of work; they are faults of the program, the queue goes on.</param>
/// <param name="alwaysInline">Works off calls of the application on its own thread too: for tests with a manual clock.</param>
internal sealed class SerialQueue(Action<Exception> onError, bool alwaysInline = false)
{
    // A receive loop that worked off a long queue would let the kernel's buffer run over meanwhile: the pool takes over after these.
    private const int MostInline = 16;

    private readonly ConcurrentQueue<(Action<object?> Work, object? State)> _waiting = new();
    private int _pending;

    /// <summary>How many pieces wait or run.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Adds work that came from a socket or a timer: begun on this thread if the queue is idle.</summary>
    public void PostInline(Action<object?> work, object? state)
    {
        _waiting.Enqueue((work, state));
        if (Interlocked.Increment(ref _pending) == 1)
        {
            Drain(alwaysInline ? int.MaxValue : MostInline);
        }
    }

    /// <summary>
    /// Adds work that came from the application. It never runs on the caller's thread, who may hold locks that callbacks want.
    /// </summary>
    public void Post(Action<object?> work, object? state)
    {
        if (alwaysInline)
        {
            PostInline(work, state);
            return;
        }

        _waiting.Enqueue((work, state));
        if (Interlocked.Increment(ref _pending) == 1)
        {
            DrainOnPool();
        }
    }

    private void DrainOnPool() =>
        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Drain(int.MaxValue), this, preferLocal: false);

    // Whoever raised the count from zero owns the draining until it falls to zero, or hands it over.
    private void Drain(int most)
    {
        for (int done = 0; done < most; done++)
        {
            RunNext();
            if (Interlocked.Decrement(ref _pending) == 0)
            {
                return;
            }
        }

        DrainOnPool();
    }

    private void RunNext()
    {
        // Each count has its piece: it was enqueued before it was counted.
        if (!_waiting.TryDequeue(out (Action<object?> Work, object? State) next))
        {
            return;
        }

        try
        {
            next.Work(next.State);
        }
        catch (Exception exception)
        {
            onError(exception);
        }
    }
}
