namespace AlertAutomaton.Storage.Health;

/// <summary>A write was not made because the store cannot take it. Nothing of it is on disk, unless the condition is
/// <see cref="StoreCondition.Failed"/>: then whether it is on disk is known only after a restart.</summary>
public sealed class StoreUnavailableException : IOException
{
    /// <summary>Creates the exception for a condition and its cause.</summary>
    public StoreUnavailableException(StoreCondition condition, string cause, Exception? inner = null)
        : base($"The store is {condition}: {cause}", inner)
    {
        Condition = condition;
    }

    /// <summary>Why the store refused.</summary>
    public StoreCondition Condition { get; }

    /// <summary>True when the same write may be tried again later on the same store.</summary>
    public bool IsTransient => Condition is StoreCondition.Busy or StoreCondition.DiskFull;
}
