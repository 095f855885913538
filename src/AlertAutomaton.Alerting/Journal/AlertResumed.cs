namespace AlertAutomaton.Alerting.Journal;

/// <summary>Attempts go on.</summary>
public sealed record AlertResumed : AlertEvent
{
    /// <summary>Who.</summary>
    public required string By { get; init; }
}
