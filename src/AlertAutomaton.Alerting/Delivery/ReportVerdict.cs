namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What became of a report.</summary>
public enum ReportVerdict : byte
{
    /// <summary>It is on disk, and the recipient was planned again where it matters; marked as late when the alert is over.</summary>
    Recorded,

    /// <summary>Something at least as final is known of the attempt already: late, doubled and overtaking reports change nothing.</summary>
    KnownAlready,

    /// <summary>No such attempt is known.</summary>
    NotRunning,

    /// <summary>The store does not take it now: let the network repeat it.</summary>
    NotWritten,
}
