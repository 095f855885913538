namespace AlertAutomaton.Contracts.Alerts;

/// <summary>One alert and how far it is.</summary>
public sealed record AlertResource
{
    /// <summary>Identifier of the alert (UUID version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>What the alert is called.</summary>
    public required string Title { get; init; }

    /// <summary><c>real</c>, <c>exercise</c> or <c>test</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>running</c>, <c>paused</c>, <c>ending</c> (no new calls; those in progress are being closed) or <c>finished</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it ended or is ending: <c>completed</c>, <c>stopped</c> or <c>expired</c>; null while it runs or is paused.</summary>
    public string? Ending { get; init; }

    /// <summary>The reason an operator gave for the last pause or the stop.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of the policy that it follows.</summary>
    public required string Policy { get; init; }

    /// <summary>When it was accepted, UTC.</summary>
    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>When its lifetime ends, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required AlertProgressResource Progress { get; init; }
}
