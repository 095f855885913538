namespace AlertAutomaton.Contracts.Duty;

/// <summary>Somebody has a matter: body of <c>POST /api/v1/duty/matters/{id}/note</c>.</summary>
public sealed record NoteDutyMatterRequest
{
    /// <summary>The number of the operator who has it.</summary>
    public required string Operator { get; init; }
}
