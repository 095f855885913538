namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>What the writer has done since it was opened.</summary>
/// <param name="Writes">Callers' writes that were committed.</param>
/// <param name="Commits">Synced transactions.</param>
/// <param name="LargestGroup">The most writes that one transaction carried.</param>
/// <param name="Latency">From the moment a write was handed over to the moment it was synced.</param>
public sealed record WriterStatisticsSnapshot(long Writes, long Commits, int LargestGroup, LatencySnapshot Latency);
