using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

/// <summary>Signals with known measures.</summary>
internal static class TestSignal
{
    /// <summary>White noise of uniform distribution at a level in dBov.</summary>
    public static short[] Noise(int seed, int samples, double dbov)
    {
        var random = new Random(seed);
        var peak = Math.Sqrt(3) * Math.Pow(10, dbov / 20) * 32768;
        var noise = new short[samples];
        for (var i = 0; i < samples; i++)
            noise[i] = (short)Math.Clamp((random.NextDouble() * 2 - 1) * peak, short.MinValue, short.MaxValue);
        return noise;
    }

    /// <summary>
    /// A rough voice: harmonics of 120 Hz under formants, in syllables of 180 ms with gaps of 70 ms, a pause of 400 ms after each 8.
    /// </summary>
    public static short[] Voice(double seconds, double dbov, int sampleRate = 8000)
    {
        var samples = new double[(int)(seconds * sampleRate)];
        for (var n = 0; n < samples.Length; n++)
        {
            var t = (double)n / sampleRate;
            var inPhrase = t % 2.4;
            if (inPhrase > 2.0 || inPhrase % 0.25 > 0.18)
                continue;
            var pitch = 120 + 15 * Math.Sin(2 * Math.PI * 1.3 * t);
            var envelope = Math.Sin(Math.PI * (inPhrase % 0.25) / 0.18);
            for (var harmonic = 1; harmonic * pitch < 3600; harmonic++)
                samples[n] += envelope * Formants(harmonic * pitch) * Math.Sin(2 * Math.PI * harmonic * 120 * t + harmonic);
        }

        var squares = samples.Sum(s => s * s) / samples.Length;
        var gain = Math.Pow(10, dbov / 20) / Math.Sqrt(squares) * 32768;
        return [.. samples.Select(s => (short)Math.Clamp(s * gain, short.MinValue, short.MaxValue))];
    }

    public static short[] Join(params short[][] parts) => [.. parts.SelectMany(part => part)];

    public static short[] Silence(double seconds) => new short[(int)(seconds * 8000)];

    public static short[] Add(short[] one, short[] other)
    {
        var sum = new short[one.Length];
        for (var i = 0; i < sum.Length; i++)
            sum[i] = (short)Math.Clamp(one[i] + other[i], short.MinValue, short.MaxValue);
        return sum;
    }

    /// <summary>What is left after the line's codec.</summary>
    public static short[] ThroughAlaw(short[] samples) => [.. samples.Select(s => G711.Decode(AudioCodec.Pcma, G711.Encode(AudioCodec.Pcma, s)))];

    private static double Formants(double hertz) => Peak(hertz, 500, 120) + 0.5 * Peak(hertz, 1500, 200) + 0.3 * Peak(hertz, 2500, 300) + 0.02;

    private static double Peak(double hertz, double centre, double width) => 1 / (1 + Math.Pow((hertz - centre) / width, 2));
}
