namespace AlertAutomaton.Alerting.Stores;

/// <summary>A write failed and is not stored.</summary>
public sealed class AlertStoreException : Exception
{
    /// <summary>Says what failed.</summary>
    /// <param name="message">The cause and the mend, for the operator.</param>
    /// <param name="isTransient">True when the same store may succeed later (disk full, busy); false when it must not be used again (EIO).</param>
    /// <param name="inner">What the engine of the store said.</param>
    public AlertStoreException(string message, bool isTransient, Exception? inner = null)
        : base(message, inner) => IsTransient = isTransient;

    /// <summary>True when the same store may succeed later. False stops the dispatcher for good: sync is never tried again after it failed.</summary>
    public bool IsTransient { get; }

    /// <summary>True when the disk is full: new work is refused until somebody frees space, while outcomes may still be taken.</summary>
    public bool NeedsSpace { get; init; }
}
