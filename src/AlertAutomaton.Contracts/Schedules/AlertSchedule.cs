namespace AlertAutomaton.Contracts.Schedules;

/// <summary>When a planned alert is launched, on the clock of a place. Exactly one of <see cref="At"/>, <see cref="Every"/> and <see cref="Cron"/>.</summary>
/// <remarks>A clock change neither skips nor doubles: what falls into a skipped hour comes at the first moment after it, what falls into an
/// hour that comes twice comes the first time.</remarks>
public sealed record AlertSchedule
{
    /// <summary>Once: a local date and time, <c>2026-12-01T18:30</c>, without an offset.</summary>
    public string? At { get; init; }

    /// <summary>Again and again: <c>day</c>, <c>week</c> or <c>month</c>.</summary>
    public string? Every { get; init; }

    /// <summary>The local time of <see cref="Every"/>, <c>18:30</c>.</summary>
    public string? Time { get; init; }

    /// <summary>For <c>week</c>: the days, <c>monday</c> to <c>sunday</c>; for <c>month</c> with <see cref="Week"/>: the one day.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];

    /// <summary>For <c>month</c>: the day, 1 to 31; a month without it is left out.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>For <c>month</c>: the last day.</summary>
    public bool LastDayOfMonth { get; init; }

    /// <summary>For <c>month</c>: which one of the weekday in <see cref="Days"/>, 1 to 5, or −1 for the last.</summary>
    public int? Week { get; init; }

    /// <summary>A cron expression of five fields: minute, hour, day of the month, month, day of the week.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA name of the zone; null takes the organisation's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The first local date, <c>2026-12-01</c>; null: from now on.</summary>
    public string? FirstDate { get; init; }

    /// <summary>The last local date; null: no end.</summary>
    public string? LastDate { get; init; }

    /// <summary>How often in all, 1 to 1,000; null: no end.</summary>
    public int? Count { get; init; }

    /// <summary>Local dates on which it does not come, at most 366.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
