using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Benchmarks.Peers;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>CPU per call set up and torn down, beside the plain-socket baseline of the same run.</summary>
internal static class CallBenchmark
{
    private const int AtOnce = 60;

    public static async Task RunAsync(FigureTable table, int calls)
    {
        using PeerLink peer = await PeerLink.StartAsync("peer-calls");
        double plain = PlainCallLoad.Run(calls, AtOnce, peer.Port);
        (double cpu, double rate, int failed) = await UserAgentLoad.RunAsync(calls, AtOnce, peer.Port);
        table.Add(new Figure("call set up and torn down: CPU", cpu, "ms", plain, "≤ 0.5 ms"));
        table.Add(new Figure("calls set up and torn down", rate, "per s", null, "≥ 1,500"));
        table.Add(new Figure("calls that failed", failed, ""));
        table.Add(new Figure("memory per call in progress, signalling and sound, 1,000 calls", await MemoryMeasure.RunInChildAsync(), "KB", null, "≤ 64 KB"));
    }
}
