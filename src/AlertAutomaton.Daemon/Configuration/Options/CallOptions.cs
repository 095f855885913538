using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>What every call obeys.</summary>
internal sealed record CallOptions
{
    /// <summary>Seconds that a phone rings before the call is given up.</summary>
    [Range(5, 180)]
    public int RingSeconds { get; init; } = 35;

    /// <summary>Times that the message is played in one call before it ends without a key.</summary>
    [Range(1, 9)]
    public int Rounds { get; init; } = 3;

    /// <summary>Longest call in seconds, whatever happens in it.</summary>
    [Range(30, 1800)]
    public int MaxSeconds { get; init; } = 300;
}
