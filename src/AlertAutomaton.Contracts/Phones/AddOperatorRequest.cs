namespace AlertAutomaton.Contracts.Phones;

/// <summary>A new operator: body of <c>POST /api/v1/operators</c>. The PIN is set by itself afterwards.</summary>
public sealed record AddOperatorRequest
{
    /// <summary>3 to 8 digits, given to nobody before.</summary>
    public required string Number { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>As in <see cref="OperatorResource.Role"/>.</summary>
    public string Role { get; init; } = "dutyOfficer";

    /// <summary>Languages, best first, two letters each; at most 8.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The phone on which the operator is called, in E.164 or the national form; null where there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>May launch, steer and end alerts.</summary>
    public bool MayLaunch { get; init; }

    /// <summary>May approve what a colleague asked for.</summary>
    public bool MayApprove { get; init; }
}
