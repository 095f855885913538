namespace AlertAutomaton.Sip.Transactions;

/// <summary>The outcome of one step of a transaction: where it stands now, and what the driver has to do, in order.</summary>
/// <typeparam name="TState">The state of the machine.</typeparam>
internal readonly record struct TransactionStep<TState>(TState State, TransactionEffect[] Effects);
