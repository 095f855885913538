namespace AlertAutomaton.Contracts.Duty;

/// <summary>Who is on duty and what waits for them: answer of <c>GET /api/v1/duty</c>.</summary>
public sealed record DutyResource
{
    /// <summary>False where no duty chain is set up: then everything else is empty.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Who is on duty now, in the order in which they are phoned.</summary>
    public IReadOnlyList<DutyPerson> Now { get; init; } = [];

    /// <summary>The seven days from now on, without gaps.</summary>
    public IReadOnlyList<DutySpanResource> Week { get; init; } = [];

    /// <summary>Numbers that stand in the roster and belong to no active operator.</summary>
    public IReadOnlyList<string> UnknownNumbers { get; init; } = [];

    /// <summary>What waits for a person or was taken by one, the oldest first.</summary>
    public IReadOnlyList<DutyMatterResource> Matters { get; init; } = [];
}
