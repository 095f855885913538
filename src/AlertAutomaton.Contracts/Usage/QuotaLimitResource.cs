namespace AlertAutomaton.Contracts.Usage;

/// <summary>Where one limit stands.</summary>
public sealed record QuotaLimitResource
{
    /// <summary>
    /// <c>monthlySegments</c>, <c>monthlyCallMinutes</c>, <c>monthlyMails</c>, <c>monthlyAmount</c>, <c>hourlyCalls</c> or <c>hourlyAmount</c>.
    /// </summary>
    public required string Limit { get; init; }

    /// <summary>What was used so far.</summary>
    public required decimal Used { get; init; }

    /// <summary>What the order in question is expected to add; 0 without one.</summary>
    public decimal Expected { get; init; }

    /// <summary>The most that is meant to be used.</summary>
    public required decimal Most { get; init; }

    /// <summary><c>under</c>, <c>warned</c> (over the percentage from which on a warning is given) or <c>over</c>.</summary>
    public required string State { get; init; }
}
