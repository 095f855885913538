namespace AlertAutomaton.Storage.Health;

/// <summary>What a store can do at this moment.</summary>
public enum StoreCondition
{
    /// <summary>Every write is taken and synced.</summary>
    Ready,

    /// <summary>Another program holds the database; writes wait and go through by themselves when it lets go.</summary>
    Busy,

    /// <summary>The disk is full: new work is refused, outcomes and acknowledgements go into the freed reserve. Ends by itself.</summary>
    DiskFull,

    /// <summary>The disk or the database failed in a way after which nothing written can be trusted. Ends only with a restart.</summary>
    Failed,

    /// <summary>The store was closed by its owner.</summary>
    Closed,
}
