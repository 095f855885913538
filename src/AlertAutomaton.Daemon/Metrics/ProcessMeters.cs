using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>The basics of a process under the names that Prometheus libraries give them.</summary>
internal static class ProcessMeters
{
    public static void AddTo(Meter meter)
    {
        meter.CreateObservableCounter("process.cpu", () => Read(process => process.TotalProcessorTime.TotalSeconds), "s", "Processor time of this process, user and system");
        meter.CreateObservableGauge("process.start_time", () => Read(process => SecondsOf(process.StartTime)), "s", "When this process started, in seconds since 1970 UTC");
        meter.CreateObservableGauge("process.resident_memory", () => Read(process => process.WorkingSet64), "By", "Memory of this process that is in RAM");
        meter.CreateObservableGauge("process.threads", () => Read(process => process.Threads.Count), description: "Threads of this process");
    }

    private static double SecondsOf(DateTime local) => (local.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;

    private static double Read(Func<Process, double> value)
    {
        using var process = Process.GetCurrentProcess();
        return value(process);
    }
}
