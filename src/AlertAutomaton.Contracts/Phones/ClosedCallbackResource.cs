namespace AlertAutomaton.Contracts.Phones;

/// <summary>A wish to be registered that was dealt with.</summary>
public sealed record ClosedCallbackResource
{
    /// <summary>The wish.</summary>
    public required CallbackResource Request { get; init; }

    /// <summary>What became of it: <c>done</c> or <c>declined</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Who dealt with it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is worth knowing later; null for nothing.</summary>
    public string? Note { get; init; }
}
