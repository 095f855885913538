using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>A page of alerts.</summary>
public sealed record AlertQuery
{
    /// <summary>Only this organisation's; null for all.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>Only those that are not finished.</summary>
    public bool OnlyUnfinished { get; init; }

    /// <summary>The <see cref="Page{T}.Next"/> of the page before; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>The most rows, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
