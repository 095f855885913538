using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The one place where a source of randomness is made; everything else is handed one.</summary>
internal static class Chance
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The composition root makes what others are handed.")]
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Secrets are made with RandomNumberGenerator.")]
    public static Random Create(int seed) => new(seed);
}
