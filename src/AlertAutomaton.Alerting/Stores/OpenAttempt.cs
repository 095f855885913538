using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>An attempt that was in the air when the process died.</summary>
public sealed record OpenAttempt
{
    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Which attempt of its recipient it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What <see cref="Journal.AttemptAnswered"/> said; null when it had not been answered.</summary>
    public string? DialogIdentity { get; init; }

    /// <summary>True when <see cref="Journal.MessageHeard"/> was stored.</summary>
    public bool Heard { get; init; }

    /// <summary>True when <see cref="Journal.Acknowledged"/> was stored with this attempt.</summary>
    public bool Acknowledged { get; init; }
}
