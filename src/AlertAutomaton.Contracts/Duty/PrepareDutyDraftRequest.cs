namespace AlertAutomaton.Contracts.Duty;

/// <summary>A scenario that whoever is on duty shall be asked to launch: body of <c>POST /api/v1/duty/drafts</c>.</summary>
public sealed record PrepareDutyDraftRequest
{
    /// <summary>The number of the scenario.</summary>
    public required int Scenario { get; init; }

    /// <summary><c>real</c> or <c>exercise</c>; the scenario must allow it.</summary>
    public required string Kind { get; init; }
}
