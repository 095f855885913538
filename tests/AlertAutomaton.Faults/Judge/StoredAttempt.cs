namespace AlertAutomaton.Faults.Judge;

/// <summary>An attempt as it stands in the store, read without the product's code.</summary>
/// <param name="Household">The household's place in the contacts file, from 0.</param>
/// <param name="Number">Which attempt for it, from 1.</param>
/// <param name="Outcome">The outcome's number; 0 is open.</param>
/// <param name="Doubtful">Marked as a repeat of which nobody knows whether it was needed.</param>
internal sealed record StoredAttempt(int Household, int Number, int Outcome, bool Doubtful)
{
    public const int Open = 0;
    public const int Interrupted = 12;
    public const int NotSent = 13;
}
