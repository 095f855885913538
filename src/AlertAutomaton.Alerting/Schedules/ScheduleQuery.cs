using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>A page of planned alerts.</summary>
public sealed record ScheduleQuery
{
    /// <summary>Only this organisation's; null for all.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>Only those that may still be launched: planned or paused.</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>The <see cref="Stores.Page{T}.Next"/> of the page before; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>The most rows, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
