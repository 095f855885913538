using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>A planned alert as lists show it and as the runner walks it: without what is said and to whom.</summary>
public sealed record ScheduleRow
{
    /// <summary>Names it.</summary>
    public required ScheduledAlertId Id { get; init; }

    /// <summary>Who warns.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>How many contacts it warns.</summary>
    public required int Recipients { get; init; }

    /// <summary>When it is launched.</summary>
    public required SchedulePlan Plan { get; init; }

    /// <summary>Where it stands.</summary>
    public required ScheduleState State { get; init; }

    /// <summary>Who planned it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who paused, resumed or cancelled it last; null when nobody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The last occurrence that is behind it; null before the first.</summary>
    public Occurrence? Last { get; init; }

    /// <summary>The next occurrence; null when there is none.</summary>
    public Occurrence? Next { get; init; }

    /// <summary>The moment of the occurrence whose launch was begun and is not recorded yet; null otherwise.</summary>
    public DateTimeOffset? Begun { get; init; }
}
