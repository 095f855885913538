namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>Tells the callers of a committed group, away from the writer's thread: waking hundreds of callers takes longer than
/// a commit.</summary>
internal sealed class CompletedGroup<TSession>(List<StoreWrite<TSession>> group) : IThreadPoolWorkItem
{
    public void Execute()
    {
        foreach (StoreWrite<TSession> write in group)
        {
            write.Complete();
        }
    }
}
