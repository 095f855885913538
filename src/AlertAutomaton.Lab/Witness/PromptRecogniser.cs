using System.Numerics;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Lab.Witness;

/// <summary>
/// Finds known prompts in recorded sound by normalised cross-correlation, so that the witness knows what a resident really heard.
/// </summary>
/// <remarks>
/// Both are brought down to 2 kHz by averaging eight samples at every fourth. The mark of a prompt is its loudest 0.6 s, taken at two alignments
/// because the prompt may begin between two of the slow samples; it counts as heard where the correlation reaches 0.75. A copy through G.711
/// correlates at over 0.9, other speech stays below 0.5.
/// </remarks>
public sealed class PromptRecogniser
{
    private const int Decimation = 4;
    private const int MarkSamples = 1200;
    private const double Likeness = 0.75;
    private static readonly int[] Alignments = [0, Decimation / 2];
    private readonly (string Name, float[] Mark)[] _marks;

    /// <summary>Prepares the marks of the prompts to find. Prompts with the same name are one.</summary>
    public PromptRecogniser(IEnumerable<PreparedPrompt> prompts)
    {
        _marks =
        [
            .. prompts.SelectMany(prompt => Alignments.Select(offset => (prompt.Name, Mark: Loudest(Decimate(Shifted(prompt, offset)))))).Where(mark => mark.Mark.Length > 0),
        ];
    }

    /// <summary>The names of the prompts that are in the sound, in the order given at the start.</summary>
    public IReadOnlyList<string> Find(ReadOnlySpan<short> sound)
    {
        if (_marks.Length == 0)
        {
            return [];
        }

        float[] heard = Decimate(sound);
        double[] energy = RunningEnergy(heard);
        var found = new List<string>();
        foreach ((string name, float[] mark) in _marks)
        {
            if (!found.Contains(name) && Contains(heard, energy, mark))
            {
                found.Add(name);
            }
        }

        return found;
    }

    private static bool Contains(float[] heard, double[] energy, float[] mark)
    {
        double markEnergy = 0;
        foreach (float sample in mark)
        {
            markEnergy += sample * sample;
        }

        for (int start = 0; start + mark.Length <= heard.Length; start++)
        {
            double window = energy[start + mark.Length] - energy[start];
            if (window < markEnergy * 0.05)
            {
                continue;
            }

            float product = Product(heard.AsSpan(start, mark.Length), mark);
            if (product / Math.Sqrt(window * markEnergy) >= Likeness)
            {
                return true;
            }
        }

        return false;
    }

    private static float Product(ReadOnlySpan<float> heard, ReadOnlySpan<float> mark)
    {
        Vector<float> sum = Vector<float>.Zero;
        int index = 0;
        for (; index + Vector<float>.Count <= mark.Length; index += Vector<float>.Count)
        {
            sum += new Vector<float>(heard[index..]) * new Vector<float>(mark[index..]);
        }

        float product = Vector.Sum(sum);
        for (; index < mark.Length; index++)
        {
            product += heard[index] * mark[index];
        }

        return product;
    }

    private static ReadOnlySpan<short> Shifted(PreparedPrompt prompt, int offset) => prompt.Pcm.Span[Math.Min(offset, prompt.Pcm.Length)..];

    private static float[] Decimate(ReadOnlySpan<short> samples)
    {
        var slow = new float[Math.Max(0, (samples.Length / Decimation) - 1)];
        for (int index = 0; index < slow.Length; index++)
        {
            int sum = 0;
            foreach (short sample in samples.Slice(index * Decimation, 2 * Decimation))
            {
                sum += sample;
            }

            slow[index] = sum / (2f * Decimation);
        }

        return slow;
    }

    private static float[] Loudest(float[] sound)
    {
        if (sound.Length <= MarkSamples)
        {
            return Array.Exists(sound, sample => Math.Abs(sample) > 50) ? sound : [];
        }

        double[] energy = RunningEnergy(sound);
        int best = 0;
        for (int start = 0; start + MarkSamples < energy.Length; start++)
        {
            if (energy[start + MarkSamples] - energy[start] > energy[best + MarkSamples] - energy[best])
            {
                best = start;
            }
        }

        return sound[best..(best + MarkSamples)];
    }

    private static double[] RunningEnergy(float[] sound)
    {
        var energy = new double[sound.Length + 1];
        for (int index = 0; index < sound.Length; index++)
        {
            energy[index + 1] = energy[index] + (sound[index] * (double)sound[index]);
        }

        return energy;
    }
}
