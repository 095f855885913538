namespace AlertAutomaton.Alerting.Alerts;

/// <summary>The answer to an order.</summary>
public enum LaunchVerdict : byte
{
    /// <summary>On disk; it survives anything from here on.</summary>
    Accepted,

    /// <summary>The same order was accepted before.</summary>
    AlreadyAccepted,

    /// <summary>The key was used for another order.</summary>
    KeyConflict,

    /// <summary>The request is not sound.</summary>
    Invalid,

    /// <summary>The store cannot write now; nothing was accepted.</summary>
    StoreUnavailable,

    /// <summary>There is no space on the disk; nothing was accepted.</summary>
    StoreFull,

    /// <summary>Something that the launch needs is not ready now, such as the sound of the message; nothing was accepted.</summary>
    NotReady,
}
