namespace AlertAutomaton.Contracts.Alerts;

/// <summary>One page of alerts, newest first: answer of <c>GET /api/v1/alerts</c>.</summary>
public sealed record AlertPage
{
    /// <summary>The alerts of this page.</summary>
    public required IReadOnlyList<AlertResource> Items { get; init; }

    /// <summary>Pass it as <c>after</c> to read the next page; null on the last page.</summary>
    public string? Next { get; init; }
}
