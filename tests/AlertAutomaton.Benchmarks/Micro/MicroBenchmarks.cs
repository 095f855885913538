using AlertAutomaton.Benchmarks.Measure;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AlertAutomaton.Benchmarks.Micro;

/// <summary>The hot functions, measured by BenchmarkDotNet inside this process.</summary>
internal static class MicroBenchmarks
{
    public static void Run(FigureTable table)
    {
        IConfig config = ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        foreach (BenchmarkReport report in BenchmarkRunner.Run<SipMessageBenchmark>(config).Reports)
        {
            string name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
            table.Add(new Figure($"SIP {name.ToLowerInvariant()}, typical INVITE", report.ResultStatistics!.Median / 1000, "µs", null, "≤ 5 µs"));
            table.Add(new Figure(
                $"SIP {name.ToLowerInvariant()}, allocated", (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1024.0, "KB", null, "≤ 2 KB"));
        }
    }
}
