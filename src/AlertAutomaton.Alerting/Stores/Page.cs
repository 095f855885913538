namespace AlertAutomaton.Alerting.Stores;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">The rows.</param>
/// <param name="Next">What to ask with for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
