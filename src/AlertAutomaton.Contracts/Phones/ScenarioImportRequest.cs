namespace AlertAutomaton.Contracts.Phones;

/// <summary>
/// Groups and scenarios, body of <c>POST /api/v1/scenarios</c>: none is taken when any is at fault. They are kept one after the other; when
/// the store fails in between, the same request again takes the rest.
/// </summary>
public sealed record ScenarioImportRequest
{
    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<ContactGroupInput> Groups { get; init; } = [];

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<ScenarioInput> Scenarios { get; init; } = [];
}
