namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>What the writer has done since it was opened.</summary>
/// <param name="Writes">Callers' writes that were committed.</param>
/// <param name="Commits">Synced transactions.</param>
/// <param name="LargestGroup">The most writes that one transaction carried.</param>
public sealed record WriterStatisticsSnapshot(long Writes, long Commits, int LargestGroup);
