using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Pacing;

/// <summary>A thread of its own that sleeps from slot to slot, and soundly while it has no members.</summary>
internal sealed class ThreadPaceDriver : IPaceDriver
{
    // An overloaded machine is late many times a second; one line tells it as well as a thousand.
    private static readonly TimeSpan _tellAtMost = TimeSpan.FromSeconds(10);

    private readonly PaceWorker _worker;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _work = new(initialState: false, spinCount: 0);
    private volatile bool _stopped;

    public ThreadPaceDriver(PaceWorker worker, int number, ILogger logger)
    {
        (_worker, _logger) = (worker, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = $"media clock {number}", Priority = ThreadPriority.Highest };
        worker.Woken = _work.Set;
    }

    public void Start() => _thread.Start();

    public void Dispose()
    {
        _stopped = true;
        _work.Set();
        if (Environment.CurrentManagedThreadId == _thread.ManagedThreadId)
            return;
        _thread.Join();
        _work.Dispose();
    }

    private void Run()
    {
        if (!ThreadUrgency.TryRaise())
            PaceLog.NotRaised(_logger);
        var time = TimeProvider.System;
        using var waiter = PaceWaiter.Create();
        var schedule = new PaceSchedule(time.TimestampFrequency, time.GetTimestamp());
        var (told, toldAt) = (0L, 0L);
        while (!_stopped)
        {
            if (_worker.Members == 0)
            {
                _work.Reset();
                // Between reading and resetting the first member may have come.
                if (_worker.Members == 0 && !_stopped)
                    _work.Wait();
                schedule.Resume(time.GetTimestamp());
                continue;
            }

            if (!_worker.IsEmpty(schedule.Slot))
            {
                waiter.WaitUntil(schedule.Due);
                _worker.Run(schedule.Slot, schedule.Round);
            }
            else if (schedule.Slot == 0)
            {
                // Once per round at least, so that members of other slots that left or came are seen in time.
                waiter.WaitUntil(schedule.Due);
            }

            schedule.Advance(time.GetTimestamp());
            if (schedule.SkippedRounds != told && time.GetElapsedTime(toldAt) >= _tellAtMost)
            {
                PaceLog.RoundsSkipped(_logger, schedule.SkippedRounds - told);
                (told, toldAt) = (schedule.SkippedRounds, time.GetTimestamp());
            }
        }
    }
}
