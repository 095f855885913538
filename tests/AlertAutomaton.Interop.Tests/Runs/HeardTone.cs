using System.Buffers.Binary;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>Finds a tone in a 16-bit mono 8 kHz WAV file by Goertzel, without the product's own detector.</summary>
internal static class HeardTone
{
    private const int Rate = 8000;
    private const int Block = 400;
    private const double ShareOfEnergy = 0.6;
    private const double QuietestMeanSquare = 10_000;

    /// <summary>How long the tone stood in the recording, in blocks of 50 ms.</summary>
    public static TimeSpan Length(string file, double hertz)
    {
        byte[] bytes = File.ReadAllBytes(file);
        int found = 0;
        double coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        for (int start = 44; start + (Block * 2) <= bytes.Length; start += Block * 2)
        {
            double before = 0, beforeThat = 0, energy = 0;
            for (int sample = 0; sample < Block; sample++)
            {
                double value = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(start + (sample * 2)));
                energy += value * value;
                double now = value + (coefficient * before) - beforeThat;
                beforeThat = before;
                before = now;
            }

            double tone = ((before * before) + (beforeThat * beforeThat) - (coefficient * before * beforeThat)) * 2 / Block;
            found += energy / Block > QuietestMeanSquare && tone > ShareOfEnergy * energy ? 1 : 0;
        }

        return TimeSpan.FromSeconds((double)found * Block / Rate);
    }
}
