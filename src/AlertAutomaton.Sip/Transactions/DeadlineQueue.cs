namespace AlertAutomaton.Sip.Transactions;

/// <summary>
/// All deadlines of a user agent in one heap behind one timer, measured on the monotonic clock: thousands of transactions cost no timer
/// objects, and a corrected wall clock moves nothing.
/// </summary>
internal sealed class DeadlineQueue : IDisposable
{
    // Timers count whole milliseconds and may fire a fraction early.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMicroseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly TimeProvider _time;
    private readonly SerialQueue _queue;
    private readonly long _origin;
    private readonly ITimer _timer;
    private Deadline[] _heap = new Deadline[256];
    private int _count;
    private TimeSpan _armedFor = TimeSpan.MaxValue;

    /// <summary>Creates an empty queue whose deadlines are worked off on the given serial queue.</summary>
    public DeadlineQueue(TimeProvider time, SerialQueue queue)
    {
        _time = time;
        _queue = queue;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(
            static self => ((DeadlineQueue)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time since the queue was created; never steps.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>How many deadlines are armed.</summary>
    public int Count => _count;

    /// <summary>Arms the deadline, in place of the moment it waited for before.</summary>
    public void Arm(Deadline deadline, TimeSpan after, int kind = 0)
    {
        TimeSpan due = Now + (after > TimeSpan.Zero ? after : TimeSpan.Zero);
        deadline.Kind = kind;
        if (deadline.Slot >= 0)
        {
            Remove(deadline);
        }

        deadline.Due = due;
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        Up(_count++, deadline);
        if (due < _armedFor)
        {
            ArmTimer(due);
        }
    }

    /// <summary>Disarms the deadline; nothing happens if it is not armed.</summary>
    public void Disarm(Deadline deadline)
    {
        if (deadline.Slot >= 0)
        {
            Remove(deadline);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void OnTimer() => _queue.PostInline(static self => ((DeadlineQueue)self!).RunDue(), this);

    private void RunDue()
    {
        _armedFor = TimeSpan.MaxValue;
        TimeSpan now = Now + Tolerance;
        try
        {
            while (_count > 0 && _heap[0].Due <= now)
            {
                Deadline deadline = _heap[0];
                Remove(deadline);
                deadline.Owner.OnDeadline(deadline);
            }
        }
        finally
        {
            if (_count > 0 && _heap[0].Due < _armedFor)
            {
                ArmTimer(_heap[0].Due);
            }
        }
    }

    private void ArmTimer(TimeSpan due)
    {
        _armedFor = due;
        TimeSpan wait = due - Now;
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds - Tolerance.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void Remove(Deadline deadline)
    {
        int slot = deadline.Slot;
        deadline.Slot = -1;
        Deadline last = _heap[--_count];
        _heap[_count] = null!;
        if (slot == _count)
        {
            return;
        }

        if (slot > 0 && last.Due < _heap[(slot - 1) / 2].Due)
        {
            Up(slot, last);
        }
        else
        {
            Down(slot, last);
        }
    }

    private void Up(int slot, Deadline deadline)
    {
        while (slot > 0 && deadline.Due < _heap[(slot - 1) / 2].Due)
        {
            int parent = (slot - 1) / 2;
            Place(slot, _heap[parent]);
            slot = parent;
        }

        Place(slot, deadline);
    }

    private void Down(int slot, Deadline deadline)
    {
        while (true)
        {
            int child = (slot * 2) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _heap[child + 1].Due < _heap[child].Due)
            {
                child++;
            }

            if (deadline.Due <= _heap[child].Due)
            {
                break;
            }

            Place(slot, _heap[child]);
            slot = child;
        }

        Place(slot, deadline);
    }

    private void Place(int slot, Deadline deadline)
    {
        _heap[slot] = deadline;
        deadline.Slot = slot;
    }
}
