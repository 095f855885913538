namespace AlertAutomaton.Contracts.Health;

/// <summary>State of one part of the daemon.</summary>
/// <param name="Name">The part, for example <c>store</c> or <c>trunk operator</c>.</param>
/// <param name="Status"><c>ok</c>, <c>warn</c> or <c>fail</c>; only <c>fail</c> makes the daemon not ready.</param>
/// <param name="Detail">What is wrong and the mend; null when all is well.</param>
public sealed record HealthComponent(string Name, string Status, string? Detail);
