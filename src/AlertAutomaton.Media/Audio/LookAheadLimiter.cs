namespace AlertAutomaton.Media.Audio;

/// <summary>Keeps peaks under a ceiling by turning the gain down before the peak arrives, so that nothing is ever clipped.</summary>
internal static class LookAheadLimiter
{
    private const double LookAheadSeconds = 0.005;
    private const double ReleaseSeconds = 0.06;

    /// <summary>Limits in place and returns the share of samples whose gain was lowered, 0 to 1.</summary>
    public static double Limit(Span<double> samples, double ceiling, int sampleRate)
    {
        if (samples.IsEmpty)
            return 0;
        var ahead = (int)(LookAheadSeconds * sampleRate);
        var release = 1 - Math.Exp(-1 / (ReleaseSeconds * sampleRate));
        var gain = new double[samples.Length];
        var held = 1.0;
        for (var n = 0; n < samples.Length; n++)
        {
            // The gain falls at once to what the next few milliseconds need and recovers slowly...
            var needed = 1.0;
            for (var k = n; k < Math.Min(samples.Length, n + ahead + 1); k++)
                needed = Math.Min(needed, ceiling / Math.Max(Math.Abs(samples[k]), ceiling));
            held = needed < held ? needed : held + release * (needed - held);
            gain[n] = held;
        }

        // ...and its mean over the look-ahead time is smooth, yet never above what the sample at hand needs.
        var limited = 0;
        var sum = gain[0] * (ahead + 1);
        for (var n = 0; n < samples.Length; n++)
        {
            sum += gain[n] - gain[Math.Max(0, n - ahead - 1)];
            var smooth = Math.Min(sum / (ahead + 1), ceiling / Math.Max(Math.Abs(samples[n]), ceiling));
            if (smooth < 0.999)
                limited++;
            samples[n] *= smooth;
        }

        return (double)limited / samples.Length;
    }
}
