using System.Diagnostics;

namespace AlertAutomaton.Benchmarks.Measure;

/// <summary>The CPU time (user and system) that this process used between two moments.</summary>
internal sealed class CpuMeter
{
    private readonly Process _self = Process.GetCurrentProcess();
    private readonly TimeSpan _before;
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public CpuMeter()
    {
        _before = _self.TotalProcessorTime;
    }

    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    public TimeSpan Used
    {
        get
        {
            _self.Refresh();
            return _self.TotalProcessorTime - _before;
        }
    }
}
