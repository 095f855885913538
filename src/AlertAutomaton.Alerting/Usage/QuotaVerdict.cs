namespace AlertAutomaton.Alerting.Usage;

/// <summary>How near a limit is. Ordered: the greater, the worse.</summary>
public enum QuotaVerdict : byte
{
    /// <summary>Below the warning, or there is no limit.</summary>
    Under,

    /// <summary>Over the percentage from which on a warning is given, not over the limit.</summary>
    Warned,

    /// <summary>Over the limit.</summary>
    Over,
}
