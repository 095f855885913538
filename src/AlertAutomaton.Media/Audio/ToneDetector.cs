namespace AlertAutomaton.Media.Audio;

/// <summary>Says which tone is in a piece of recorded audio, for tests and for proving that sound passed.</summary>
public static class ToneDetector
{
    // Half a second is enough for a frequency within a tenth of a hertz; longer audio is judged by its middle.
    private const int MostSamples = 4096;

    /// <summary>The level of one frequency in the audio, in dBov, by the Goertzel algorithm with a Hann window.</summary>
    public static double LevelAt(ReadOnlySpan<short> samples, double hertz, int sampleRate = 8000)
        => samples.IsEmpty ? AudioLevel.Silence : GoertzelLevel(Windowed(samples), hertz, sampleRate);

    /// <summary>The strongest frequency between two bounds, and the share of the audio's energy that it holds.</summary>
    /// <param name="samples">The audio; 100 ms or more give a result within 1 Hz.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="lowest">Lower bound in hertz.</param>
    /// <param name="highest">Upper bound in hertz.</param>
    public static (double Hertz, double Share) Strongest(
        ReadOnlySpan<short> samples, int sampleRate = 8000, double lowest = 200, double highest = 3600)
    {
        if (samples.Length > MostSamples)
            samples = samples.Slice((samples.Length - MostSamples) / 2, MostSamples);
        if (samples.Length < 2)
            return (0, 0);

        // A quarter of the window's main lobe at a time, then closer and closer around the best.
        var windowed = Windowed(samples);
        var step = (double)sampleRate / samples.Length;
        var best = (Hertz: lowest, Level: double.NegativeInfinity);
        for (var hertz = lowest; hertz <= highest; hertz += step)
            Consider(windowed, hertz, sampleRate, ref best);
        for (; step > 0.05; step /= 2)
        {
            var centre = best.Hertz;
            Consider(windowed, centre - step / 2, sampleRate, ref best);
            Consider(windowed, centre + step / 2, sampleRate, ref best);
        }

        return (best.Hertz, Math.Min(1, Math.Pow(10, (best.Level - AudioLevel.Dbov(samples)) / 10)));
    }

    /// <summary>Whether a tone of this frequency (± 2 %) dominates somewhere in the audio for at least a tenth of a second.</summary>
    public static bool Hears(ReadOnlySpan<short> samples, double hertz, int sampleRate = 8000)
    {
        var window = sampleRate / 10;
        for (var at = 0; at + window <= samples.Length; at += window / 2)
        {
            var part = samples.Slice(at, window);
            var level = AudioLevel.Dbov(part);
            if (level < -60 || LevelAt(part, hertz, sampleRate) < level - 6)
                continue;
            var (found, share) = Strongest(part, sampleRate);
            if (share > 0.5 && Math.Abs(found - hertz) <= hertz * 0.02)
                return true;
        }

        return false;
    }

    private static double[] Windowed(ReadOnlySpan<short> samples)
    {
        var windowed = new double[samples.Length];
        for (var n = 0; n < windowed.Length; n++)
            windowed[n] = samples[n] / AudioLevel.FullScale * (0.5 - 0.5 * Math.Cos(2 * Math.PI * (n + 0.5) / samples.Length));
        return windowed;
    }

    private static double GoertzelLevel(ReadOnlySpan<double> windowed, double hertz, int sampleRate)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / sampleRate);
        double previous = 0, beforeThat = 0;
        foreach (var sample in windowed)
        {
            var value = sample + coefficient * previous - beforeThat;
            beforeThat = previous;
            previous = value;
        }

        // A sine of amplitude A under a Hann window gives a power of (A·N/4)²; its mean square is A²/2.
        var power = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
        return AudioLevel.FromMeanSquare(power * 8 / ((double)windowed.Length * windowed.Length));
    }

    private static void Consider(double[] windowed, double hertz, int sampleRate, ref (double Hertz, double Level) best)
    {
        var level = GoertzelLevel(windowed, hertz, sampleRate);
        if (level > best.Level)
            best = (hertz, level);
    }
}
