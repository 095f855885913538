namespace AlertAutomaton.Faults.Judge;

/// <summary>Whether one invariant held, and what broke it.</summary>
internal sealed record Ruling(string Invariant, IReadOnlyList<string> Violations)
{
    public bool Holds => Violations.Count == 0;
}
