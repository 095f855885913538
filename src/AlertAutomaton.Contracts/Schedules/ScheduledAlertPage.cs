namespace AlertAutomaton.Contracts.Schedules;

/// <summary>One page of planned alerts, the latest planned first: answer of <c>GET /api/v1/scheduled-alerts</c>.</summary>
public sealed record ScheduledAlertPage
{
    /// <summary>The planned alerts of this page.</summary>
    public required IReadOnlyList<ScheduledAlertResource> Items { get; init; }

    /// <summary>Pass it as <c>after</c> to read the next page; null on the last page.</summary>
    public string? Next { get; init; }
}
