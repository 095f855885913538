namespace AlertAutomaton.Telephony.Calls;

/// <summary>
/// Where the threads of signalling and media leave what happened, and where the one script of a call waits for it.
/// </summary>
/// <remarks>
/// Keys queue up, so that one pressed before or between two prompts is not lost; a key that was pressed before the call ended is read
/// before the end. The other moments are kept once each until somebody who wants them takes them. Waiters resume on the thread pool,
/// never on the thread that posted.
/// </remarks>
internal sealed class CallMailbox(TimeProvider time, int mostKeys)
{
    private const CallMoments InOrder = CallMoments.Ended | CallMoments.Fax | CallMoments.Beep | CallMoments.PlayedToEnd | CallMoments.FirstPause;
    private readonly Lock _gate = new();
    private readonly Queue<KeyPress> _keys = new();
    private CallMoments _pending;
    private CallMoments _wanted;
    private TaskCompletionSource<CallTurn>? _waiter;
    private int _keysTaken;

    /// <summary>True once the call is over.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _pending.HasFlag(CallMoments.Ended);
            }
        }
    }

    /// <summary>Leaves a key. Keys beyond the limit of a call are dropped.</summary>
    /// <returns>False when it was dropped.</returns>
    public bool PostKey(KeyPress key)
    {
        TaskCompletionSource<CallTurn>? waiter;
        CallTurn turn;
        lock (_gate)
        {
            if (_keysTaken >= mostKeys || _pending.HasFlag(CallMoments.Ended))
            {
                return false;
            }

            _keysTaken++;
            _keys.Enqueue(key);
            waiter = TryServe_NeedsLock(out turn);
        }

        waiter?.TrySetResult(turn);
        return true;
    }

    /// <summary>Leaves a moment other than a key.</summary>
    public void Post(CallMoments moment)
    {
        TaskCompletionSource<CallTurn>? waiter;
        CallTurn turn;
        lock (_gate)
        {
            _pending |= moment;
            waiter = TryServe_NeedsLock(out turn);
        }

        waiter?.TrySetResult(turn);
    }

    /// <summary>Forgets moments that belong to something that is over, such as the end of an earlier prompt.</summary>
    public void Forget(CallMoments moments)
    {
        lock (_gate)
        {
            _pending &= ~(moments & ~CallMoments.Ended);
        }
    }

    /// <summary>Waits for the first of the wanted moments, the end of the call, or the end of the time granted.</summary>
    /// <exception cref="InvalidOperationException">Somebody else is waiting: a call has one script.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        TaskCompletionSource<CallTurn> mine;
        lock (_gate)
        {
            if (_waiter is not null)
            {
                throw new InvalidOperationException("A call has one script; two are waiting.");
            }

            _wanted = wanted | CallMoments.Ended;
            if (Next_NeedsLock() is { } ready)
            {
                return ready;
            }

            mine = new TaskCompletionSource<CallTurn>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiter = mine;
        }

        try
        {
            return limit == Timeout.InfiniteTimeSpan
                ? await mine.Task.WaitAsync(ct)
                : await mine.Task.WaitAsync(limit < TimeSpan.Zero ? TimeSpan.Zero : limit, time, ct);
        }
        catch (TimeoutException)
        {
            return Withdraw(mine) ?? new CallTurn(CallMoments.TimedOut);
        }
        catch (OperationCanceledException)
        {
            // What arrived between the cancellation and now goes back, so that a later wait still sees it.
            if (Withdraw(mine) is { } late)
            {
                Restore(late);
            }

            throw;
        }
    }

    private CallTurn? Withdraw(TaskCompletionSource<CallTurn> mine)
    {
        lock (_gate)
        {
            if (_waiter == mine)
            {
                _waiter = null;
                return null;
            }
        }

        // It was served in the same instant; the result is there or is about to be set by the thread that took it.
        return mine.Task.GetAwaiter().GetResult();
    }

    private void Restore(CallTurn turn)
    {
        lock (_gate)
        {
            if (turn.Key is { } key)
            {
                KeyPress[] later = [.. _keys];
                _keys.Clear();
                _keys.Enqueue(key);
                foreach (KeyPress press in later)
                {
                    _keys.Enqueue(press);
                }

                return;
            }

            _pending |= turn.What;
        }
    }

    private TaskCompletionSource<CallTurn>? TryServe_NeedsLock(out CallTurn turn)
    {
        turn = default;
        if (_waiter is null || Next_NeedsLock() is not { } ready)
        {
            return null;
        }

        turn = ready;
        TaskCompletionSource<CallTurn> waiter = _waiter;
        _waiter = null;
        return waiter;
    }

    private CallTurn? Next_NeedsLock()
    {
        if (_wanted.HasFlag(CallMoments.Key) && _keys.TryDequeue(out KeyPress key))
        {
            return new CallTurn(CallMoments.Key, key);
        }

        CallMoments found = _pending & _wanted & InOrder;
        if (found == CallMoments.None)
        {
            return null;
        }

        CallMoments first = First(found);
        if (first != CallMoments.Ended)
        {
            _pending &= ~first;
        }

        return new CallTurn(first);
    }

    private static CallMoments First(CallMoments found) =>
        found.HasFlag(CallMoments.Ended) ? CallMoments.Ended
        : found.HasFlag(CallMoments.Fax) ? CallMoments.Fax
        : found.HasFlag(CallMoments.Beep) ? CallMoments.Beep
        : found.HasFlag(CallMoments.PlayedToEnd) ? CallMoments.PlayedToEnd
        : CallMoments.FirstPause;
}
