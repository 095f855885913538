namespace AlertAutomaton.Media.Audio;

/// <summary>Active speech level by ITU-T P.56 (12/2011), method B.</summary>
public static class SpeechLevelMeter
{
    private const int Thresholds = 15;
    private const double TimeConstant = 0.03;
    private const double Hangover = 0.2;
    private const double Margin = 15.9;

    /// <summary>Measures 16-bit samples.</summary>
    public static SpeechLevel Measure(ReadOnlySpan<short> samples, int sampleRate)
    {
        var scaled = new double[samples.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = samples[i] / AudioLevel.FullScale;
        return Measure(scaled, sampleRate);
    }

    /// <summary>Measures samples whose full scale is 1.</summary>
    internal static SpeechLevel Measure(ReadOnlySpan<double> samples, int sampleRate)
    {
        if (samples.IsEmpty)
            return new SpeechLevel(AudioLevel.Silence, 0, AudioLevel.Silence);

        // Index j stands for the threshold 2^-(j+1): 0 is the highest.
        Span<double> threshold = stackalloc double[Thresholds];
        Span<int> active = stackalloc int[Thresholds];
        Span<int> hanging = stackalloc int[Thresholds];
        var hangover = (int)(Hangover * sampleRate);
        for (var j = 0; j < Thresholds; j++)
        {
            threshold[j] = Math.Pow(2, -(j + 1));
            active[j] = 0;
            hanging[j] = hangover;
        }

        var keep = Math.Exp(-1 / (TimeConstant * sampleRate));
        double squares = 0, once = 0, envelope = 0;
        foreach (var sample in samples)
        {
            squares += sample * sample;
            once = keep * once + (1 - keep) * Math.Abs(sample);
            envelope = keep * envelope + (1 - keep) * once;
            for (var j = 0; j < Thresholds; j++)
            {
                if (envelope >= threshold[j])
                {
                    active[j]++;
                    hanging[j] = 0;
                }
                else if (hanging[j] < hangover)
                {
                    active[j]++;
                    hanging[j]++;
                }
            }
        }

        var longTerm = AudioLevel.FromMeanSquare(squares / samples.Length);
        var level = ActiveLevel(squares, threshold, active);
        return level is not { } found
            ? new SpeechLevel(AudioLevel.Silence, 0, longTerm)
            : new SpeechLevel(found, Math.Min(1, Math.Pow(10, (longTerm - found) / 10)), longTerm);
    }

    // Going up from the lowest threshold, the level over it falls; where it is the margin above the threshold, that is the answer.
    private static double? ActiveLevel(double squares, ReadOnlySpan<double> threshold, ReadOnlySpan<int> active)
    {
        double? previousExcess = null;
        var previousLevel = 0.0;
        for (var j = Thresholds - 1; j >= 0; j--)
        {
            if (active[j] == 0)
                return null;
            var level = AudioLevel.FromMeanSquare(squares / active[j]);
            var excess = level - 20 * Math.Log10(threshold[j]) - Margin;
            if (excess <= 0)
            {
                // Already under the margin at the lowest threshold: the signal is too faint to be told from noise.
                if (previousExcess is not { } before)
                    return null;
                return previousLevel + (level - previousLevel) * before / (before - excess);
            }

            previousExcess = excess;
            previousLevel = level;
        }

        return null;
    }
}
