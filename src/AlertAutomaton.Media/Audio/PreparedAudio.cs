namespace AlertAutomaton.Media.Audio;

/// <summary>What became of audio on its way to the phone.</summary>
public sealed record PreparedAudio
{
    /// <summary>16-bit samples at 8 kHz; empty when refused.</summary>
    public short[] Pcm { get; init; } = [];

    /// <summary>Why it was refused, or <see cref="PreparationProblem.None"/>.</summary>
    public PreparationProblem Problem { get; init; }

    /// <summary>Active speech level reached, in dBov (P.56).</summary>
    public double ActiveLevel { get; init; } = AudioLevel.Silence;

    /// <summary>Share of the samples that the limiter turned down, 0 to 1.</summary>
    public double LimitedShare { get; init; }

    /// <summary>What the operator should know.</summary>
    public PreparationWarnings Warnings { get; init; }

    /// <summary>True when there is audio.</summary>
    public bool IsUsable => Problem == PreparationProblem.None;
}
