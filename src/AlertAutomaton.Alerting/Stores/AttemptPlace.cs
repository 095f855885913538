using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>An attempt, found by one of its references.</summary>
public sealed record AttemptPlace
{
    /// <summary>The alert.</summary>
    public required AlertId Alert { get; init; }

    /// <summary>The recipient.</summary>
    public required RecipientId Recipient { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Which attempt of its recipient it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The reference that led to it.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>The line that carried it.</summary>
    public required string Line { get; init; }

    /// <summary>How it ended, reports included.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>Where its alert stands.</summary>
    public required AlertPhase Phase { get; init; }
}
