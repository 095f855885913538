namespace AlertAutomaton.Media.Pacing;

/// <summary>Where a member stands.</summary>
/// <param name="Worker">Its worker.</param>
/// <param name="Slot">Its slot.</param>
internal readonly record struct PacePlace(PaceWorker Worker, int Slot);
