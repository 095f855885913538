using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Drafts;

/// <summary>What is to be launched: a scenario; or a recording and a group; or a recording for those whom an alert has reached.</summary>
public sealed record DraftContent
{
    /// <summary>The scenario; null for the others.</summary>
    public ScenarioId? Scenario { get; init; }

    /// <summary>The number of the recording; null for a scenario.</summary>
    public int? Recording { get; init; }

    /// <summary>The number of the group that hears the recording.</summary>
    public int? Group { get; init; }

    /// <summary>The alert whose reached recipients hear the recording.</summary>
    public AlertId? FollowUpOf { get; init; }

    /// <summary>What it is to them.</summary>
    public FollowUpKind FollowUp { get; init; }

    /// <summary>A prepared alert.</summary>
    /// <param name="scenario">Which.</param>
    /// <returns>The content.</returns>
    public static DraftContent OfScenario(ScenarioId scenario) => new() { Scenario = scenario };

    /// <summary>A recording for a group.</summary>
    /// <param name="recording">Its number.</param>
    /// <param name="group">The group's number.</param>
    /// <returns>The content.</returns>
    public static DraftContent OfRecording(int recording, int group) => new() { Recording = recording, Group = group };

    /// <summary>An all-clear or a correction.</summary>
    /// <param name="alert">The alert it follows.</param>
    /// <param name="kind">Which of the two.</param>
    /// <param name="recording">The number of the recording.</param>
    /// <returns>The content.</returns>
    public static DraftContent Following(AlertId alert, FollowUpKind kind, int recording) => new() { FollowUpOf = alert, FollowUp = kind, Recording = recording };
}
