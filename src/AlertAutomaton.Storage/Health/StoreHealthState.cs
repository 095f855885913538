using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Health;

/// <summary>Holds the store's condition; a failed store stays failed, a closed one stays closed.</summary>
internal sealed class StoreHealthState(TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private StoreHealthSnapshot _snapshot = new(StoreCondition.Ready, "", time.GetUtcNow());

    public Action<StoreHealthSnapshot>? Changed { get; set; }

    public StoreHealthSnapshot Snapshot => Volatile.Read(ref _snapshot);

    public void Become(StoreCondition condition, string cause)
    {
        StoreHealthSnapshot next;
        lock (_gate)
        {
            StoreCondition current = _snapshot.Condition;
            if (current == condition || current == StoreCondition.Closed || (current == StoreCondition.Failed && condition != StoreCondition.Closed))
            {
                return;
            }

            next = new StoreHealthSnapshot(condition, cause, time.GetUtcNow());
            Volatile.Write(ref _snapshot, next);
        }

        if (condition == StoreCondition.Failed)
        {
            StoreHealthLog.Failed(logger, cause);
        }
        else if (condition != StoreCondition.Closed)
        {
            StoreHealthLog.ConditionChanged(logger, condition, cause);
        }

        Changed?.Invoke(next);
    }

    /// <summary>Leaves <paramref name="condition"/> for ready, if that is still the condition.</summary>
    public void Recover(StoreCondition condition)
    {
        if (Snapshot.Condition == condition)
        {
            Become(StoreCondition.Ready, "");
        }
    }

    public StoreUnavailableException Refusal(Exception? inner = null)
    {
        StoreHealthSnapshot now = Snapshot;
        return new StoreUnavailableException(now.Condition, now.Cause, inner);
    }
}
