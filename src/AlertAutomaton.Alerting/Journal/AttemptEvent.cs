using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>An event about one attempt.</summary>
public abstract record AttemptEvent : RecipientEvent
{
    private protected AttemptEvent()
    {
    }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }
}
