namespace AlertAutomaton.Contracts.Usage;

/// <summary>Where the limits stand.</summary>
public sealed record QuotaResource
{
    /// <summary>The worst of the limits: <c>under</c>, <c>warned</c> or <c>over</c>.</summary>
    public required string State { get; init; }

    /// <summary>False when an order is refused because of them. A vital real alert never is.</summary>
    public bool Allowed { get; init; } = true;

    /// <summary>One per limit that is configured.</summary>
    public required IReadOnlyList<QuotaLimitResource> Limits { get; init; }
}
