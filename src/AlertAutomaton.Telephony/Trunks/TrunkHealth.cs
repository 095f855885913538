namespace AlertAutomaton.Telephony.Trunks;

/// <summary>Whether a trunk can be used.</summary>
public enum TrunkHealth
{
    /// <summary>Nothing has been seen yet; calls are allowed.</summary>
    Unknown,

    /// <summary>It answers.</summary>
    Up,

    /// <summary>It wants a registration and has none.</summary>
    Unregistered,

    /// <summary>It does not answer. No calls, except one trial call at a time where it is not probed.</summary>
    Down,
}
