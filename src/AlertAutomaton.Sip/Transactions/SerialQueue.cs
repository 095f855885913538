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
    private readonly ConcurrentQueue<(Action<object?> Work, object? State)> _waiting = new();
    private int _pending;

    /// <summary>How many pieces wait or run.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Adds work that came from a socket or a timer: worked off on this thread if the queue is idle.</summary>
    public void PostInline(Action<object?> work, object? state)
    {
        _waiting.Enqueue((work, state));
        if (Interlocked.Increment(ref _pending) == 1)
        {
            Drain();
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
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Drain(), this, preferLocal: false);
        }
    }

    private void Drain()
    {
        do
        {
            if (!_waiting.TryDequeue(out (Action<object?> Work, object? State) next))
            {
                continue;
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
        while (Interlocked.Decrement(ref _pending) > 0);
    }
}
