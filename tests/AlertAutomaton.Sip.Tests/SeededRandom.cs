namespace AlertAutomaton.Sip.Tests;

/// <summary>The one place where tests make a Random, always with a seed.</summary>
internal static class SeededRandom
{
#pragma warning disable RS0030 // Tests are the composition root of their own randomness.
    public static Random Create(int seed) => new(seed);
#pragma warning restore RS0030
}
