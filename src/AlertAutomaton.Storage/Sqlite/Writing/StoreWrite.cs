namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>
/// One caller's unit of work inside a shared transaction. <see cref="Apply"/> may be run again after a roll-back, so its
/// only effects are statements on the session, what the session remembers, and fields of its own.
/// </summary>
internal abstract class StoreWrite<TSession>
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True for work that may be refused while the disk is full, so that the reserve is left for outcomes.</summary>
    public virtual bool IsNewWork => false;

    /// <summary>False for work whose caller would rather hear at once that the database is held than wait.</summary>
    public virtual bool WaitsWhileBusy => true;

    /// <summary>When it was handed over, on the writer's clock (<see cref="TimeProvider.GetTimestamp"/>).</summary>
    public long HandedOver { get; set; }

    /// <summary>Completes when the transaction that carries this write is synced.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Why this write alone failed in the present transaction; its neighbours are committed without it.</summary>
    public Exception? Refusal { get; set; }

    public abstract void Apply(TSession session);

    public void Complete()
    {
        if (Refusal is null)
        {
            _completion.TrySetResult();
        }
        else
        {
            _completion.TrySetException(Refusal);
        }
    }

    public void Fail(Exception cause) => _completion.TrySetException(cause);
}
