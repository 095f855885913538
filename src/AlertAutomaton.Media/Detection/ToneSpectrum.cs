using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Detection;

/// <summary>Finds the one strongest frequency of a 20 ms block: Hann window and a 96-bin Fourier sum from 325 to 2,700 Hz.</summary>
/// <remarks>About 2 µs a block; blocks under the level of interest cost almost nothing. The table is shared by all calls.</remarks>
internal static class ToneSpectrum
{
    public const int BlockSamples = 160;

    private const double LowestHertz = 325;
    private const double StepHertz = 25;
    private const int Bins = 96;
    private const int Lanes = 8;

    // Per group of eight bins, per sample: eight window·cos, then eight window·sin.
    private static readonly float[] _table = BuildTable();
    private static readonly float[] _window = BuildWindow();

    /// <summary>Looks at one block of exactly 160 samples at 8 kHz.</summary>
    /// <param name="block">The samples.</param>
    /// <param name="leastLevel">In dBov; quieter blocks are not looked into.</param>
    public static ToneBlock Analyse(ReadOnlySpan<short> block, double leastLevel)
    {
        if (block.Length != BlockSamples)
            throw new ArgumentException("A block is 160 samples.", nameof(block));
        var level = AudioLevel.Dbov(block);
        if (level < leastLevel)
            return new ToneBlock(level, 0, 0);
        Span<float> samples = stackalloc float[BlockSamples];
        var energy = 0f;
        for (var n = 0; n < BlockSamples; n++)
        {
            samples[n] = block[n];
            var windowed = samples[n] * _window[n];
            energy += windowed * windowed;
        }

        Span<float> power = stackalloc float[Bins];
        Transform(samples, power);
        var peak = 0;
        for (var i = 1; i < Bins; i++)
        {
            if (power[i] > power[peak])
                peak = i;
        }

        // At the edge of the range the real peak may lie outside it, as with the low harmonics of a voice.
        if (peak is 0 or Bins - 1)
            return new ToneBlock(level, 0, 0);

        // A pure tone on a bin gives |X|² = energy · N/3 under a Hann window.
        var share = power[peak] / (energy * (BlockSamples / 3.0));
        return new ToneBlock(level, LowestHertz + StepHertz * (peak + Offset(power, peak)), share);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transform(ReadOnlySpan<float> samples, Span<float> power)
    {
        ReadOnlySpan<float> table = _table;
        for (var group = 0; group < Bins / Lanes; group++)
        {
            var real = Vector256<float>.Zero;
            var imaginary = Vector256<float>.Zero;
            var row = table.Slice(group * BlockSamples * 2 * Lanes, BlockSamples * 2 * Lanes);
            for (var n = 0; n < samples.Length; n++)
            {
                var sample = Vector256.Create(samples[n]);
                real = Vector256.MultiplyAddEstimate(sample, Vector256.Create(row[(2 * Lanes * n)..]), real);
                imaginary = Vector256.MultiplyAddEstimate(sample, Vector256.Create(row[(2 * Lanes * n + Lanes)..]), imaginary);
            }

            (real * real + imaginary * imaginary).CopyTo(power[(group * Lanes)..]);
        }
    }

    // The top of the parabola through the peak and its neighbours, in decibels, where the window's lobe is close to one.
    private static double Offset(ReadOnlySpan<float> power, int peak)
    {
        var left = Math.Log(power[peak - 1] + 1);
        var centre = Math.Log(power[peak] + 1);
        var right = Math.Log(power[peak + 1] + 1);
        var bend = left - 2 * centre + right;
        return bend >= 0 ? 0 : Math.Clamp((left - right) / (2 * bend), -0.5, 0.5);
    }

    private static float[] BuildWindow()
    {
        var window = new float[BlockSamples];
        for (var n = 0; n < window.Length; n++)
            window[n] = (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * (n + 0.5) / BlockSamples));
        return window;
    }

    private static float[] BuildTable()
    {
        var window = BuildWindow();
        var table = new float[Bins * BlockSamples * 2];
        for (var bin = 0; bin < Bins; bin++)
        {
            var angle = 2 * Math.PI * (LowestHertz + StepHertz * bin) / 8000;
            var row = bin / Lanes * BlockSamples * 2 * Lanes + bin % Lanes;
            for (var n = 0; n < BlockSamples; n++)
            {
                table[row + 2 * Lanes * n] = (float)(window[n] * Math.Cos(angle * n));
                table[row + 2 * Lanes * n + Lanes] = (float)(window[n] * Math.Sin(angle * n));
            }
        }

        return table;
    }
}
