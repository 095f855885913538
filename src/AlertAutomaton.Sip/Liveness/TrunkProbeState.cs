namespace AlertAutomaton.Sip.Liveness;

/// <summary>What is known about a trunk from its answers to OPTIONS.</summary>
/// <param name="IsUp">Whether it is used.</param>
/// <param name="Streak">Outcomes in a row that speak against <paramref name="IsUp"/>.</param>
internal readonly record struct TrunkProbeState(bool IsUp, int Streak);
