namespace AlertAutomaton.Contracts.Health;

/// <summary>Answer of <c>/health/ready</c>: what works and what does not.</summary>
public sealed record HealthReport
{
    /// <summary><c>ready</c> or <c>notReady</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Each part with its own state.</summary>
    public required IReadOnlyList<HealthComponent> Components { get; init; }
}
