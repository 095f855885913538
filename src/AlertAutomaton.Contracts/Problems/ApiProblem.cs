namespace AlertAutomaton.Contracts.Problems;

/// <summary>Problem details (RFC 9457) as this API writes them.</summary>
public sealed record ApiProblem
{
    /// <summary>Kind of problem, a relative reference such as <c>/problems/invalid-order</c> (RFC 9457 §3.1.1).</summary>
    public string? Type { get; init; }

    /// <summary>The kind in words.</summary>
    public string? Title { get; init; }

    /// <summary>HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>What happened this time, and the mend.</summary>
    public string? Detail { get; init; }

    /// <summary>The fields at fault (RFC 9457 §3.2), every one at once.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; init; } = [];
}
