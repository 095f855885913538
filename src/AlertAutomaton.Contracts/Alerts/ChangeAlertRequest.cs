namespace AlertAutomaton.Contracts.Alerts;

/// <summary>Body of <c>POST /api/v1/alerts/{id}/stop</c>, <c>/pause</c> and <c>/resume</c>.</summary>
public sealed record ChangeAlertRequest
{
    /// <summary>Why, in the operator's words, at most 500 characters; kept in the journal.</summary>
    public string? Reason { get; init; }
}
