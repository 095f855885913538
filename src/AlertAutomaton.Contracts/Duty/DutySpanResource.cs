namespace AlertAutomaton.Contracts.Duty;

/// <summary>A time in which one list is phoned.</summary>
public sealed record DutySpanResource
{
    /// <summary>Its first moment, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end, UTC; that moment is no longer in it.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Who is phoned, in this order; empty: nobody is on duty.</summary>
    public required IReadOnlyList<DutyPerson> People { get; init; }
}
