namespace AlertAutomaton.Media.Audio;

/// <summary>Makes tones: beeps, keys, and the marks by which tests know one party's sound from another's.</summary>
public static class ToneGenerator
{
    /// <summary>The sixteen keys of a telephone, in the order of ITU-T Q.23.</summary>
    public const string Keys = "123A456B789C*0#D";

    private const double FadeSeconds = 0.002;

    private static readonly double[] _rows = [697, 770, 852, 941];
    private static readonly double[] _columns = [1209, 1336, 1477, 1633];

    /// <summary>A sine wave with 2 ms fades.</summary>
    /// <param name="hertz">Frequency.</param>
    /// <param name="duration">Length.</param>
    /// <param name="level">Level in dBov; a full-scale sine is −3.01.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static short[] Sine(double hertz, TimeSpan duration, double level = -20, int sampleRate = 8000)
        => Mix(duration, sampleRate, (hertz, level));

    /// <summary>The two frequencies of a key.</summary>
    /// <exception cref="ArgumentException">Not one of <see cref="Keys"/>.</exception>
    public static (double Row, double Column) KeyFrequencies(char key)
    {
        var index = Keys.IndexOf(key, StringComparison.Ordinal);
        return index < 0
            ? throw new ArgumentException($"'{key}' is not a telephone key.", nameof(key))
            : (_rows[index / 4], _columns[index % 4]);
    }

    /// <summary>A key's two tones, 8 kHz, at the levels that ITU-T Q.24 calls usual.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <param name="duration">Length.</param>
    /// <param name="rowLevel">Level of the lower tone in dBov.</param>
    /// <param name="columnLevel">Level of the higher tone in dBov.</param>
    public static short[] Key(char key, TimeSpan duration, double rowLevel = -16, double columnLevel = -14)
    {
        var (row, column) = KeyFrequencies(key);
        return Mix(duration, 8000, (row, rowLevel), (column, columnLevel));
    }

    /// <summary>Several sines at once, each at its own level in dBov.</summary>
    public static short[] Mix(TimeSpan duration, int sampleRate, params ReadOnlySpan<(double Hertz, double Level)> tones)
    {
        var samples = new short[(int)(duration.TotalSeconds * sampleRate)];
        var fade = Math.Min((int)(FadeSeconds * sampleRate), samples.Length / 2);
        for (var n = 0; n < samples.Length; n++)
        {
            var sum = 0.0;
            foreach (var (hertz, level) in tones)
                sum += Math.Sqrt(2) * AudioLevel.ToAmplitude(level) * Math.Sin(2 * Math.PI * hertz * n / sampleRate);
            var edge = Math.Min(n, samples.Length - 1 - n);
            if (edge < fade)
                sum *= (edge + 0.5) / fade;
            samples[n] = (short)Math.Clamp(Math.Round(sum * AudioLevel.FullScale), short.MinValue, short.MaxValue);
        }

        return samples;
    }
}
