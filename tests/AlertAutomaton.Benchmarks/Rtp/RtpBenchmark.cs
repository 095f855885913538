using System.Globalization;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Benchmarks.Peers;

namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>CPU per call-second with RTP both ways, packet spacing and memory, each beside the plain-socket baseline.</summary>
internal static class RtpBenchmark
{
    public static async Task RunAsync(FigureTable table, IReadOnlyList<int> calls, TimeSpan time)
    {
        foreach (int count in calls)
        {
            using PeerLink mirror = await PeerLink.StartAsync("peer-rtp");
            double plain = PlainSocketLoad.Run(count, time, mirror.Port);
            EngineResult engine = await EngineLoad.RunAsync(count, time, mirror);
            string name = string.Create(CultureInfo.InvariantCulture, $"{count} calls");
            table.Add(new Figure($"RTP both ways, {name}: CPU per call-second", engine.CpuPerCallSecond, "ms", plain, "≤ 1.5 × and ≤ 0.75 ms"));
            table.Add(new Figure($"RTP, {name}: packets delivered", engine.Delivered * 100, "%"));
            table.Add(new Figure($"RTP, {name}: spacing p50", engine.SpacingMedian, "ms"));
            table.Add(new Figure($"RTP, {name}: spacing p99", engine.SpacingP99, "ms", null, "≤ 25 ms at 1,000"));
            table.Add(new Figure($"RTP, {name}: spacing max", engine.SpacingMax, "ms", null, "≤ 60 ms at 1,000"));
        }
    }
}
