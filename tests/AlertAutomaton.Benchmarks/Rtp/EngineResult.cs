namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>What a run of the media engine gave.</summary>
/// <param name="CpuPerCallSecond">Milliseconds of this process's CPU per call-second.</param>
/// <param name="SpacingMedian">Milliseconds between two packets of one call at the receiver, median.</param>
/// <param name="SpacingP99">The same, 99th percentile.</param>
/// <param name="SpacingMax">The same, the largest.</param>
/// <param name="Delivered">Packets that arrived, as a share of those due.</param>
internal sealed record EngineResult(
    double CpuPerCallSecond, double SpacingMedian, double SpacingP99, double SpacingMax, double Delivered);
