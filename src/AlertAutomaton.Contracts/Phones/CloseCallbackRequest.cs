namespace AlertAutomaton.Contracts.Phones;

/// <summary>What became of a resident's wish to be registered.</summary>
public sealed record CloseCallbackRequest
{
    /// <summary><c>done</c>: stands in the register now; <c>declined</c>: will not be registered.</summary>
    public required string Outcome { get; init; }

    /// <summary>Who dealt with it, 1 to 100 characters; kept on file.</summary>
    public required string By { get; init; }

    /// <summary>What is worth knowing later, at most 500 characters; null for nothing.</summary>
    public string? Note { get; init; }
}
