namespace AlertAutomaton.Media.Audio;

/// <summary>
/// The two decibel scales of telephony. 0 dBov is the power of a full-scale square wave, so a full-scale sine is −3.01 dBov, which
/// G.711 A-law calls +3.14 dBm0; hence dBm0 = dBov + 6.15.
/// </summary>
public static class AudioLevel
{
    /// <summary>What is added to dBov to get dBm0.</summary>
    public const double Dbm0OverDbov = 6.15;

    /// <summary>The level reported for digital silence, in dBov.</summary>
    public const double Silence = -120;

    internal const double FullScale = 32768;

    /// <summary>The level of these samples in dBov (RMS), never under <see cref="Silence"/>.</summary>
    public static double Dbov(ReadOnlySpan<short> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += (double)sample * sample;
        return samples.IsEmpty ? Silence : FromMeanSquare(sum / samples.Length / (FullScale * FullScale));
    }

    /// <summary>The RMS amplitude (full scale = 1) of a level in dBov.</summary>
    internal static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);

    /// <summary>The level of a mean square where full scale is 1.</summary>
    internal static double FromMeanSquare(double meanSquare) => Math.Max(Silence, 10 * Math.Log10(Math.Max(meanSquare, 1e-20)));
}
