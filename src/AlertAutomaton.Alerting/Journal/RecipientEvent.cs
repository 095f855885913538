using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>An event about one recipient.</summary>
public abstract record RecipientEvent : AlertEvent
{
    private protected RecipientEvent()
    {
    }

    /// <summary>The recipient.</summary>
    public required RecipientId Recipient { get; init; }
}
