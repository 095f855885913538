using AlertAutomaton.Media.Transport;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Pacing;

/// <summary>The clock of all calls: one worker per thread, members shared out evenly.</summary>
internal sealed class PacedClock : IDisposable
{
    private readonly PaceWorker[] _workers;
    private readonly IPaceDriver[] _drivers;

    /// <param name="threads">Workers on a real clock; a test's clock has one.</param>
    /// <param name="time">The system's clock gives threads; any other one drives by its timers.</param>
    /// <param name="createIo">The way to the network of each worker.</param>
    /// <param name="logger">The log.</param>
    public PacedClock(int threads, TimeProvider time, Func<DatagramIo> createIo, ILogger logger)
    {
        var real = ReferenceEquals(time, TimeProvider.System);
        _workers = [.. Enumerable.Range(0, real ? threads : 1).Select(_ => new PaceWorker(createIo(), logger))];
        _drivers = [.. _workers.Select((worker, number) => real ? new ThreadPaceDriver(worker, number, logger) : (IPaceDriver)new TimerPaceDriver(worker, time))];
        foreach (var driver in _drivers)
            driver.Start();
    }

    public PacePlace Add(IPacedMember member)
    {
        var idlest = _workers[0];
        foreach (var worker in _workers)
        {
            if (worker.Members < idlest.Members)
                idlest = worker;
        }

        return idlest.Add(member);
    }

    public void Dispose()
    {
        foreach (var driver in _drivers)
            driver.Dispose();
        foreach (var worker in _workers)
            worker.Io.Dispose();
    }
}
