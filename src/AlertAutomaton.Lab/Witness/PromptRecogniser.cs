using System.Numerics;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Lab.Witness;

/// <summary>
/// Finds known prompts in recorded sound by normalised cross-correlation, so that the witness knows what a resident really heard.
/// </summary>
/// <remarks>
/// Both are brought down to 2 kHz by averaging eight samples at every fourth. The mark of a prompt is its loudest 0.6 s, taken at two alignments
/// because the prompt may begin between two of the slow samples; it is looked for where the correlation reaches 0.75. A copy through G.711
/// correlates at over 0.9, other speech stays below 0.5.
/// Two prompts may share words ("you have heard this message"), so that the mark alone does not tell them apart: around it, the prompt is compared
/// piece by piece of 0.3 s, each within 0.1 s of where the piece before it lets expect it, because sound that came late moves what follows. Three
/// fifths of the pieces that the recording has room for must be there, and half of the whole prompt at least.
/// </remarks>
public sealed class PromptRecogniser
{
    private const int Decimation = 4;
    private const int MarkSamples = 1200;
    private const double Likeness = 0.75;
    private static readonly int[] Alignments = [0, Decimation / 2];
    private const int PieceSamples = 600;
    private const int MostShift = 200;
    private const double LeastLoudness = 0.05;
    private readonly RecognisedPrompt[] _prompts;
    private readonly bool _byMarkOnly;

    /// <summary>Prepares the marks of the prompts to find. Prompts with the same name are one.</summary>
    /// <param name="prompts">The prompts.</param>
    /// <param name="byMarkOnly">True: the loudest words are enough, also in sound with gaps, and prompts that share them are not told apart.</param>
    public PromptRecogniser(IEnumerable<PreparedPrompt> prompts, bool byMarkOnly = false)
    {
        _byMarkOnly = byMarkOnly;
        _prompts = [.. prompts.SelectMany(prompt => Alignments.Select(offset => Prepare(prompt, offset))).OfType<RecognisedPrompt>()];
    }

    /// <summary>The names of the prompts that are in the sound, in the order given at the start.</summary>
    public IReadOnlyList<string> Find(ReadOnlySpan<short> sound)
    {
        if (_prompts.Length == 0)
        {
            return [];
        }

        float[] heard = Decimate(sound);
        double[] energy = RunningEnergy(heard);
        var found = new List<string>();
        foreach (RecognisedPrompt prompt in _prompts)
        {
            if (!found.Contains(prompt.Name) && Contains(heard, energy, prompt))
            {
                found.Add(prompt.Name);
            }
        }

        return found;
    }

    private bool Contains(float[] heard, double[] energy, RecognisedPrompt prompt)
    {
        int start = 0;
        while (FindPiece(heard, energy, prompt.Mark, start, heard.Length) is { } at)
        {
            if (_byMarkOnly || IsWhole(heard, energy, prompt, at - prompt.Mark.Start))
            {
                return true;
            }

            start = at + 1;
        }

        return false;
    }

    // Whether the prompt around a mark is the prompt, and not another one that shares these words.
    private static bool IsWhole(float[] heard, double[] energy, RecognisedPrompt prompt, int begins)
    {
        var (room, there) = Walk(heard, energy, prompt.Pieces.Where(piece => piece.Start >= prompt.Mark.Start), begins);
        var (before, thereBefore) = Walk(heard, energy, prompt.Pieces.Where(piece => piece.Start < prompt.Mark.Start).Reverse(), begins);
        (room, there) = (room + before, there + thereBefore);
        return there * 5 >= room * 3 && there * 2 >= prompt.Pieces.Count;
    }

    private static (int Room, int There) Walk(float[] heard, double[] energy, IEnumerable<PromptPiece> pieces, int begins)
    {
        int room = 0;
        int there = 0;
        foreach (PromptPiece piece in pieces)
        {
            int place = begins + piece.Start;
            if (place < 0 || place + piece.Sound.Length > heard.Length)
            {
                continue;
            }

            room++;
            if (FindPiece(heard, energy, piece, Math.Max(0, place - MostShift), place + MostShift) is { } at)
            {
                there++;
                begins = at - piece.Start;
            }
        }

        return (room, there);
    }

    private static int? FindPiece(float[] heard, double[] energy, PromptPiece piece, int from, int to)
    {
        int length = piece.Sound.Length;
        for (int start = from; start <= to && start + length <= heard.Length; start++)
        {
            double window = energy[start + length] - energy[start];
            if (window >= piece.Energy * LeastLoudness
                && Product(heard.AsSpan(start, length), piece.Sound) / Math.Sqrt(window * piece.Energy) >= Likeness)
            {
                return start;
            }
        }

        return null;
    }

    private static RecognisedPrompt? Prepare(PreparedPrompt prompt, int offset)
    {
        float[] sound = Decimate(Shifted(prompt, offset));
        double[] energy = RunningEnergy(sound);
        if (Loudest(sound, energy) is not { } mark)
        {
            return null;
        }

        // Pauses between words sound alike everywhere and are no proof.
        double loud = mark.Energy / mark.Sound.Length * LeastLoudness;
        var pieces = new List<PromptPiece>();
        int length = Math.Min(PieceSamples, mark.Sound.Length);
        for (int start = 0; start + length <= sound.Length; start += length)
        {
            double inside = energy[start + length] - energy[start];
            if (inside / length >= loud)
            {
                pieces.Add(new PromptPiece(start, sound[start..(start + length)], inside));
            }
        }

        return new RecognisedPrompt(prompt.Name, mark, pieces);
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

    private static PromptPiece? Loudest(float[] sound, double[] energy)
    {
        if (sound.Length <= MarkSamples)
        {
            return Array.Exists(sound, sample => Math.Abs(sample) > 50) ? new PromptPiece(0, sound, energy[^1]) : null;
        }

        int best = 0;
        for (int start = 0; start + MarkSamples < energy.Length; start++)
        {
            if (energy[start + MarkSamples] - energy[start] > energy[best + MarkSamples] - energy[best])
            {
                best = start;
            }
        }

        return new PromptPiece(best, sound[best..(best + MarkSamples)], energy[best + MarkSamples] - energy[best]);
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
