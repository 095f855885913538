using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Contracts.Schedules;

/// <summary>The order to warn people later: body of <c>POST /api/v1/scheduled-alerts</c>, that of a launch and when.</summary>
public sealed record PlanAlertRequest : LaunchAlertRequest
{
    /// <summary>When it is launched.</summary>
    public required AlertSchedule Schedule { get; init; }

    /// <summary>How long before <see cref="LaunchAlertRequest.EventAt"/> it is launched once more as a reminder: <c>9h</c>, <c>2d</c>; at most 10.</summary>
    public IReadOnlyList<string> RemindBefore { get; init; } = [];

    /// <summary>The title of reminders; null takes the title with the word before it.</summary>
    public string? ReminderTitle { get; init; }

    /// <summary>Until how long after its moment a missed launch is made late: <c>30m</c>, <c>4h</c>, at most 30 days; null: never.</summary>
    public string? LateLaunch { get; init; }
}
