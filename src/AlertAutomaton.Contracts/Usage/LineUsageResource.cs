namespace AlertAutomaton.Contracts.Usage;

/// <summary>What went over one line in a month.</summary>
public sealed record LineUsageResource
{
    /// <summary><c>voice</c>, <c>sms</c>, <c>email</c> or <c>push</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The trunk, gateway or relay.</summary>
    public required string Line { get; init; }

    /// <summary>The counters.</summary>
    public required UsageFiguresResource Figures { get; init; }
}
