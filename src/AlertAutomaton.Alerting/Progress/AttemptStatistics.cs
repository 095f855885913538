namespace AlertAutomaton.Alerting.Progress;

/// <summary>What the attempts of an alert have shown: sums, so that they can be added up without looking at attempts again.</summary>
public sealed record AttemptStatistics
{
    /// <summary>Attempts that ended after they had left, by their place in the row and their outcome.</summary>
    public IReadOnlyList<CallFigures> Calls { get; init; } = [];
}
