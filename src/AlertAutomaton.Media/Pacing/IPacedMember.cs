namespace AlertAutomaton.Media.Pacing;

/// <summary>Something that acts once per 20 ms.</summary>
internal interface IPacedMember
{
    /// <summary>Called by the one thread that owns the member's slot.</summary>
    /// <param name="round">Rounds since the clock began; one more than the last time unless rounds were skipped.</param>
    /// <param name="worker">The worker, whose buffers are free to use during the call.</param>
    void OnRound(long round, PaceWorker worker);
}
