namespace AlertAutomaton.Contracts.Phones;

/// <summary>Groups and scenarios, body of <c>POST /api/v1/scenarios</c>: all of them are taken, or none when any is at fault.</summary>
public sealed record ScenarioImportRequest
{
    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<ContactGroupInput> Groups { get; init; } = [];

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<ScenarioInput> Scenarios { get; init; } = [];
}
