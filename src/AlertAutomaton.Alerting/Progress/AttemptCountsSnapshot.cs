namespace AlertAutomaton.Alerting.Progress;

/// <summary>What ended since the process began. Everything counted is on disk.</summary>
public sealed record AttemptCountsSnapshot
{
    /// <summary>Attempts that ended, by how they ended at first; those that did not happen are left out.</summary>
    public IReadOnlyList<AttemptCount> Ended { get; init; } = [];

    /// <summary>What the network told later: receipts of texts, bounces of mails.</summary>
    public IReadOnlyList<AttemptCount> Reports { get; init; } = [];

    /// <summary>From the answers to the ends of all calls.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>Segments of texts that gateways took.</summary>
    public long Segments { get; init; }
}
