namespace AlertAutomaton.Alerting.Duty;

/// <summary>The trouble of one part as it is remembered.</summary>
/// <param name="Reading">The part.</param>
/// <param name="BadSince">Since when it is unwell.</param>
/// <param name="WellSince">Since when it seems well again; null while it is unwell.</param>
/// <param name="Told">True once it was told by another path.</param>
/// <param name="Phoned">With how much weight it was given to the duty chain; null: not yet.</param>
public sealed record SystemTrouble(SystemReading Reading, DateTimeOffset BadSince, DateTimeOffset? WellSince, bool Told, DutySeverity? Phoned);
