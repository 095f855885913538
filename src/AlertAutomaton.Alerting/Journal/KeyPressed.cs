namespace AlertAutomaton.Alerting.Journal;

/// <summary>A key was pressed.</summary>
public sealed record KeyPressed : AttemptEvent
{
    /// <summary><c>0-9</c>, <c>*</c>, <c>#</c>, <c>A-D</c>.</summary>
    public required char Key { get; init; }
}
