namespace AlertAutomaton.Media.Audio;

/// <summary>A second-order filter section in transposed direct form II; coefficients after R. Bristow-Johnson's audio EQ cookbook.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>High-pass with corner <paramref name="hertz"/> and quality <paramref name="q"/>.</summary>
    public static Biquad HighPass(double hertz, double q, int sampleRate)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * hertz / sampleRate);
        var alpha = sin / (2 * q);
        var a0 = 1 + alpha;
        return new Biquad((1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
    }

    /// <summary>Bell-shaped boost of <paramref name="gain"/> dB around <paramref name="hertz"/>.</summary>
    public static Biquad Peaking(double hertz, double q, double gain, int sampleRate)
    {
        var amplitude = Math.Pow(10, gain / 40);
        var (sin, cos) = Math.SinCos(2 * Math.PI * hertz / sampleRate);
        var alpha = sin / (2 * q);
        var a0 = 1 + alpha / amplitude;
        return new Biquad(
            (1 + alpha * amplitude) / a0, -2 * cos / a0, (1 - alpha * amplitude) / a0, -2 * cos / a0, (1 - alpha / amplitude) / a0);
    }

    /// <summary>Filters in place, starting from rest.</summary>
    public void Filter(Span<double> samples)
    {
        double first = 0, second = 0;
        foreach (ref var sample in samples)
        {
            var input = sample;
            var output = B0 * input + first;
            first = B1 * input - A1 * output + second;
            second = B2 * input - A2 * output;
            sample = output;
        }
    }
}
