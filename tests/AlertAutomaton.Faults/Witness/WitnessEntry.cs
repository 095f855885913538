namespace AlertAutomaton.Faults.Witness;

/// <summary>One line of the witness's log: what the phones of the town really saw.</summary>
internal sealed record WitnessEntry(DateTimeOffset Time, WitnessEvent Event, string Callee, string CallId, string Detail);
