namespace AlertAutomaton.Storage.Health;

/// <summary>The store's condition with its cause, as shown to operators and probes.</summary>
/// <param name="Condition">What the store can do now.</param>
/// <param name="Cause">What happened, in the database's words; empty while all is well.</param>
/// <param name="Since">When this condition began (UTC).</param>
public sealed record StoreHealthSnapshot(StoreCondition Condition, string Cause, DateTimeOffset Since);
