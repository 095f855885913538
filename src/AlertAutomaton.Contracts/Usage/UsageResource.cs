namespace AlertAutomaton.Contracts.Usage;

/// <summary>The counters of a month: answer of <c>GET /api/v1/usage</c>.</summary>
public sealed record UsageResource
{
    /// <summary>The month in the organisation's calendar, for example <c>2026-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Its time zone (IANA name): an attempt belongs to the month in which it began there.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Currency of the amounts (ISO 4217).</summary>
    public required string Currency { get; init; }

    /// <summary>All lines together.</summary>
    public required UsageFiguresResource Total { get; init; }

    /// <summary>Each line, calls first, then texts, then mails.</summary>
    public required IReadOnlyList<LineUsageResource> Lines { get; init; }

    /// <summary>Where the limits stand now; null where none is configured, or for another month than the present one.</summary>
    public QuotaResource? Quota { get; init; }
}
