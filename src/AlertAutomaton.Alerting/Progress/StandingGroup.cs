namespace AlertAutomaton.Alerting.Progress;

/// <summary>Recipients who stand alike.</summary>
/// <param name="Calls">The attempts that they had, all ended.</param>
/// <param name="Time">Waiting: until the next attempt is due. Calling: since the attempt began.</param>
/// <param name="Count">How many they are.</param>
public readonly record struct StandingGroup(int Calls, TimeSpan Time, int Count);
