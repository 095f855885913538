namespace AlertAutomaton.Media.Sessions;

/// <summary>How the far end is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>The longest recording kept, at most ten minutes; what is said later is dropped.</summary>
    public TimeSpan MaximumLength { get; init; } = TimeSpan.FromSeconds(60);
}
