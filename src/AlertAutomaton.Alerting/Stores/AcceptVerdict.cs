namespace AlertAutomaton.Alerting.Stores;

/// <summary>The answer to an order.</summary>
public enum AcceptVerdict : byte
{
    /// <summary>The alert and all its recipients are on disk now.</summary>
    Accepted,

    /// <summary>The same order (key and fingerprint) was accepted before; nothing was written.</summary>
    AlreadyAccepted,

    /// <summary>The key was used before for another order; nothing was written.</summary>
    KeyConflict,
}
