namespace AlertAutomaton.Alerting.Channels;

/// <summary>What the lines of a route can carry.</summary>
/// <param name="Lines">Attempts at one time; at least 0.</param>
/// <param name="StartsPerSecond">New attempts per second; <see cref="double.PositiveInfinity"/> where nothing limits it.</param>
public readonly record struct ChannelCapacity(int Lines, double StartsPerSecond);
