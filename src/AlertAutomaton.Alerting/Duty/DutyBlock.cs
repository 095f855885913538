using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>A part of every week in which the same people are on duty, by the clocks on the wall.</summary>
public sealed record DutyBlock
{
    /// <summary>The weekday on which it begins.</summary>
    public required DayOfWeek FromDay { get; init; }

    /// <summary>When on that day.</summary>
    public required TimeOnly FromTime { get; init; }

    /// <summary>The weekday on which it ends; the same day at the same time or an earlier one is that of the next week.</summary>
    public required DayOfWeek UntilDay { get; init; }

    /// <summary>When on that day; that moment is no longer in it.</summary>
    public required TimeOnly UntilTime { get; init; }

    /// <summary>Who is on duty, in the order in which they are phoned.</summary>
    public required IReadOnlyList<OperatorId> Operators { get; init; }
}
