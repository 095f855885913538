namespace AlertAutomaton.Faults.Judge;

/// <summary>A recipient as it stands in the store.</summary>
/// <param name="Household">The household's place in the contacts file, from 0.</param>
/// <param name="Final">True when it has a final state.</param>
/// <param name="Acknowledged">True when an acknowledgement is on file.</param>
internal sealed record StoredRecipient(int Household, bool Final, bool Acknowledged);
