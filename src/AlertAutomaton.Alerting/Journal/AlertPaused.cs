namespace AlertAutomaton.Alerting.Journal;

/// <summary>No new attempt until resumed.</summary>
public sealed record AlertPaused : AlertEvent
{
    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
