namespace AlertAutomaton.Media.Pacing;

/// <summary>
/// Slots that pass by the timers of a <see cref="TimeProvider"/>: a test's clock moves them, on the thread that moves the clock,
/// so that a night of calls takes milliseconds and runs the same each time.
/// </summary>
internal sealed class TimerPaceDriver : IPaceDriver
{
    private readonly PaceWorker _worker;
    private readonly TimeProvider _time;
    private readonly PaceSchedule _schedule;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _ticking;
    private int _running;
    private volatile bool _stopped;

    public TimerPaceDriver(PaceWorker worker, TimeProvider time)
    {
        (_worker, _time) = (worker, time);
        _schedule = new PaceSchedule(time.TimestampFrequency, time.GetTimestamp());
        _timer = time.CreateTimer(_ => Tick(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        worker.Woken = Wake;
    }

    public void Start()
    {
    }

    public void Dispose()
    {
        _stopped = true;
        _timer.Dispose();
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_ticking || _stopped)
                return;
            _ticking = true;
            _schedule.Resume(_time.GetTimestamp());
            var slot = TimeSpan.FromMilliseconds(PaceSchedule.RoundMilliseconds) / PaceSchedule.Slots;
            _timer.Change(slot, slot);
        }
    }

    private void Tick()
    {
        // A clock that two threads move at once must not run two slots at once: the buffers are one thread's.
        if (Interlocked.Exchange(ref _running, 1) != 0)
            return;
        while (TryTakeDue(out var slot, out var round))
            _worker.Run(slot, round);
        Volatile.Write(ref _running, 0);
        lock (_gate)
        {
            if (_worker.Members == 0 && !_stopped)
            {
                _ticking = false;
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    // The lock is never held while members run: what they call may wait for a thread that wants to open a session.
    private bool TryTakeDue(out int slot, out long round)
    {
        lock (_gate)
        {
            (slot, round) = (_schedule.Slot, _schedule.Round);
            var now = _time.GetTimestamp();
            if (_stopped || _schedule.Due > now)
                return false;
            _schedule.Advance(now);
            return true;
        }
    }
}
