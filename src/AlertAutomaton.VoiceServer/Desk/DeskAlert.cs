using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>An alert as the phone speaks of it.</summary>
public sealed record DeskAlert
{
    /// <summary>The alert.</summary>
    public required Alert Alert { get; init; }

    /// <summary>Where it stands.</summary>
    public required AlertPhase Phase { get; init; }

    /// <summary>The figures.</summary>
    public required AlertTotals Totals { get; init; }

    /// <summary>How long it still takes; null when that is not known.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>Its title as it is said; null when it has no sound.</summary>
    public PreparedPrompt? Name { get; init; }

    /// <summary>The four digits.</summary>
    public string Reference => SpokenReference.Of(Alert.Id.Value);

    /// <summary>True when it is not finished.</summary>
    public bool IsOpen => Phase != AlertPhase.Finished;
}
