namespace AlertAutomaton.Alerting.Journal;

/// <summary>Somebody or something picked up.</summary>
public sealed record AttemptAnswered : AttemptEvent
{
    /// <summary>What a later process needs to hang up; may be empty.</summary>
    public required string DialogIdentity { get; init; }
}
