using System.Runtime.Intrinsics;
using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Detection;

/// <summary>
/// Hears telephone keys in sound (ITU-T Q.23, Q.24) with eight Goertzel filters, for far ends that did not negotiate telephone-event.
/// </summary>
/// <remarks>
/// Blocks of 102 samples put the eight frequencies near the centres of 78 Hz wide bins. Limits are those that Asterisk has used for
/// twenty years, with the reverse twist relaxed to 6 dB: a key is heard from −42 dBm0, its two tones at most 8 dB (column louder) or
/// 6 dB (row louder) apart, each 8 dB over its neighbours, together 82 % of the energy. Nothing is allocated per frame.
/// </remarks>
public sealed class InBandKeyDetector
{
    private const int BlockSamples = 102;
    private const float LeastToneEnergy = 8.0e7f;
    private const float MostColumnOverRow = 6.31f;
    private const float MostRowOverColumn = 3.98f;
    private const float PeakOverOthers = 6.3f;
    private const float ShareOfBlock = 42f;
    private const int BlocksToBegin = 2;
    private const int BlocksToEnd = 3;

    // Lanes 0-3 are the rows 697-941 Hz, lanes 4-7 the columns 1209-1633 Hz.
    private static readonly Vector256<float> _coefficients = BuildCoefficients();

    private Vector256<float> _previous;
    private Vector256<float> _beforeThat;
    private float _blockEnergy;
    private int _inBlock;
    private char _current;
    private char _candidate;
    private int _hits;
    private int _misses;

    /// <summary>Listens to more 8 kHz samples.</summary>
    /// <param name="samples">Any number of samples.</param>
    /// <param name="keys">Receives the keys that began, oldest first; 8 places are enough for 100 ms.</param>
    /// <returns>How many keys began. A key that goes on is reported once.</returns>
    public int Process(ReadOnlySpan<short> samples, Span<char> keys)
    {
        var begun = 0;
        while (!samples.IsEmpty)
        {
            var part = samples[..Math.Min(samples.Length, BlockSamples - _inBlock)];
            Accumulate(part);
            samples = samples[part.Length..];
            _inBlock += part.Length;
            if (_inBlock < BlockSamples)
                break;
            var key = Judge();
            ClearBlock();
            if (Follow(key) is var began and not '\0' && begun < keys.Length)
                keys[begun++] = began;
        }

        return begun;
    }

    /// <summary>Forgets everything heard, as for a new call.</summary>
    public void Reset()
    {
        ClearBlock();
        _current = _candidate = '\0';
        _hits = _misses = 0;
    }

    private void Accumulate(ReadOnlySpan<short> samples)
    {
        var previous = _previous;
        var beforeThat = _beforeThat;
        var energy = _blockEnergy;
        foreach (var sample in samples)
        {
            float value = sample;
            energy += value * value;
            var next = Vector256.MultiplyAddEstimate(_coefficients, previous, Vector256.Create(value) - beforeThat);
            beforeThat = previous;
            previous = next;
        }

        _previous = previous;
        _beforeThat = beforeThat;
        _blockEnergy = energy;
    }

    private char Judge()
    {
        var power = _previous * _previous + _beforeThat * _beforeThat - _coefficients * _previous * _beforeThat;
        var row = Strongest(power.GetLower());
        var column = Strongest(power.GetUpper());
        var rowPower = power[row];
        var columnPower = power[4 + column];
        if (rowPower < LeastToneEnergy || columnPower < LeastToneEnergy)
            return '\0';
        if (columnPower > rowPower * MostColumnOverRow || rowPower > columnPower * MostRowOverColumn)
            return '\0';
        if (rowPower + columnPower < ShareOfBlock * _blockEnergy)
            return '\0';
        for (var i = 0; i < 4; i++)
        {
            if ((i != row && power[i] * PeakOverOthers > rowPower) || (i != column && power[4 + i] * PeakOverOthers > columnPower))
                return '\0';
        }

        return ToneGenerator.Keys[row * 4 + column];
    }

    // Two like blocks begin a key; three others in a row end it, so that a drop-out of 10 ms does not make two keys of one.
    private char Follow(char heard)
    {
        if (heard == _current && heard != '\0')
        {
            _misses = 0;
            _hits = 0;
            return '\0';
        }

        if (_current != '\0' && ++_misses >= BlocksToEnd)
            _current = '\0';
        _hits = heard == _candidate ? _hits + 1 : 1;
        _candidate = heard;
        if (heard == '\0' || _hits < BlocksToBegin)
            return '\0';
        _current = heard;
        _misses = 0;
        return heard;
    }

    private void ClearBlock()
    {
        _previous = _beforeThat = Vector256<float>.Zero;
        _blockEnergy = 0;
        _inBlock = 0;
    }

    private static int Strongest(Vector128<float> power)
    {
        var best = 0;
        for (var i = 1; i < 4; i++)
        {
            if (power[i] > power[best])
                best = i;
        }

        return best;
    }

    private static Vector256<float> BuildCoefficients()
    {
        Span<float> coefficients = stackalloc float[Vector256<float>.Count];
        ReadOnlySpan<double> hertz = [697, 770, 852, 941, 1209, 1336, 1477, 1633];
        for (var i = 0; i < coefficients.Length; i++)
            coefficients[i] = (float)(2 * Math.Cos(2 * Math.PI * hertz[i] / 8000));
        return Vector256.Create<float>(coefficients);
    }
}
