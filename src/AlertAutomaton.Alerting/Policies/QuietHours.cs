namespace AlertAutomaton.Alerting.Policies;

/// <summary>When nobody may be disturbed, in the zone of the alert.</summary>
/// <param name="From">The local hour at which quiet begins.</param>
/// <param name="To">The local hour at which it ends; before <paramref name="From"/>: it spans midnight; equal: no quiet hours.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Days that are quiet from midnight to midnight.</summary>
    public IReadOnlyList<DayOfWeek> QuietDays { get; init; } = [];
}
