namespace AlertAutomaton.Media.Audio;

/// <summary>
/// Changes the sample rate by a Kaiser-windowed sinc in polyphase form: 70 dB of stop band, each phase scaled to a DC gain of one.
/// </summary>
/// <remarks>
/// The pass band ends at 85 % and the stop band begins at 100 % of the lower of the two Nyquist frequencies: 3,400 and 4,000 Hz on the
/// way to 8 kHz, the telephone band.
/// </remarks>
public static class Resampler
{
    private const double StopBandDecibels = 70;
    private const double PassBandShare = 0.85;

    // Rates with hardly a common factor would want thousands of phases; the nearest of 1,024 is within 1/2048 of a sample.
    private const int MostPhases = 1024;

    /// <summary>Resamples whole audio; the output has the same duration and no delay.</summary>
    /// <param name="input">Samples, any scale.</param>
    /// <param name="fromRate">Samples per second of the input, over 0.</param>
    /// <param name="toRate">Samples per second wanted, over 0.</param>
    public static double[] Resample(ReadOnlySpan<double> input, int fromRate, int toRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fromRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toRate);
        if (fromRate == toRate)
            return input.ToArray();
        var divisor = Gcd(fromRate, toRate);
        long up = toRate / divisor;
        long down = fromRate / divisor;
        var phases = (int)Math.Min(up, MostPhases);
        var bank = BuildBank(fromRate, Math.Min(fromRate, toRate), phases, out var reach);
        var output = new double[(int)((input.Length * (long)toRate + fromRate - 1) / fromRate)];
        for (var n = 0; n < output.Length; n++)
        {
            var position = n * down;
            var whole = (int)(position / up);
            var phase = (int)(position % up * phases / up);
            var filter = bank.AsSpan(phase * 2 * reach, 2 * reach);
            var first = whole - reach + 1;
            var from = Math.Max(0, -first);
            var to = Math.Min(filter.Length, input.Length - first);
            var sum = 0.0;
            for (var k = from; k < to; k++)
                sum += filter[k] * input[first + k];
            output[n] = sum;
        }

        return output;
    }

    private static double[] BuildBank(int fromRate, int lowerRate, int phases, out int reach)
    {
        var nyquist = lowerRate / 2.0;
        var cutoff = nyquist * (1 + PassBandShare) / 2;
        var transition = nyquist * (1 - PassBandShare);

        // Kaiser's formulas for the window's shape and length.
        var beta = 0.1102 * (StopBandDecibels - 8.7);
        var taps = (StopBandDecibels - 8) / (2.285 * 2 * Math.PI * transition / fromRate);
        reach = (int)Math.Ceiling(taps / 2) + 1;
        var bank = new double[phases * 2 * reach];
        var scale = 1 / BesselI0(beta);
        for (var phase = 0; phase < phases; phase++)
        {
            var filter = bank.AsSpan(phase * 2 * reach, 2 * reach);
            var sum = 0.0;
            for (var k = 0; k < filter.Length; k++)
            {
                var distance = k - (reach - 1) - (double)phase / phases;
                var edge = distance / reach;
                var window = Math.Abs(edge) >= 1 ? 0 : BesselI0(beta * Math.Sqrt(1 - edge * edge)) * scale;
                filter[k] = Sinc(2 * cutoff / fromRate * distance) * window;
                sum += filter[k];
            }

            foreach (ref var tap in filter)
                tap /= sum;
        }

        return bank;
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-12 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > 1e-12 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
