namespace AlertAutomaton.Media.Sessions;

/// <summary>What the far end said.</summary>
/// <param name="Samples">16-bit samples at 8 kHz, in the order in which they were spoken.</param>
/// <param name="Concealed">Samples that never arrived and were filled in.</param>
/// <param name="Truncated">Whether the longest length was reached.</param>
public sealed record PcmRecording(short[] Samples, int Concealed, bool Truncated)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Duration => TimeSpan.FromMilliseconds(Samples.Length / 8.0);
}
