using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Lab.Phones;

/// <summary>The sounds of the lab's phones, made by arithmetic so that the lab needs no recordings.</summary>
internal static class LabSounds
{
    private const int Rate = PreparedPrompt.SampleRate;
    private static readonly PreparedPrompt Hello = PreparedPrompt.FromPcm("hello", Speech(TimeSpan.FromSeconds(0.45)));
    private static readonly PreparedPrompt Greeting = PreparedPrompt.FromPcm("greeting", Speech(TimeSpan.FromSeconds(4)));
    private static readonly PreparedPrompt Beep = PreparedPrompt.FromPcm("beep", ToneGenerator.Sine(1000, TimeSpan.FromSeconds(0.4), -16));
    private static readonly PreparedPrompt Fax = PreparedPrompt.FromPcm("fax", ToneGenerator.Sine(2100, TimeSpan.FromSeconds(2.6), -16));
    private static readonly PreparedPrompt Early = PreparedPrompt.FromPcm("early", ToneGenerator.Sine(440, TimeSpan.FromSeconds(1), -20));

    /// <summary>The prompt of a voice.</summary>
    public static PreparedPrompt Of(LabVoice voice) => voice switch
    {
        LabVoice.Hello => Hello,
        LabVoice.MachineGreeting => Greeting,
        LabVoice.Beep => Beep,
        LabVoice.FaxAnswer => Fax,
        _ => Early,
    };

    /// <summary>
    /// Something with the rhythm and the spectrum of speech: harmonics of a gliding pitch under two moving formants, in syllables of a
    /// quarter of a second with short gaps between them.
    /// </summary>
    private static short[] Speech(TimeSpan length)
    {
        var samples = new short[(int)(length.TotalSeconds * Rate)];
        double phase = 0;
        for (int index = 0; index < samples.Length; index++)
        {
            double seconds = index / (double)Rate;
            double pitch = 120 + (20 * Math.Sin(2 * Math.PI * 0.7 * seconds));
            phase += 2 * Math.PI * pitch / Rate;
            double firstFormant = 500 + (250 * Math.Sin(2 * Math.PI * 1.3 * seconds));
            double secondFormant = 1500 + (500 * Math.Sin(2 * Math.PI * 0.9 * seconds));
            double sum = 0;
            for (int harmonic = 1; harmonic <= 24; harmonic++)
            {
                double hertz = harmonic * pitch;
                double gain = Resonance(hertz, firstFormant, 120) + (0.5 * Resonance(hertz, secondFormant, 180));
                sum += gain * Math.Sin(harmonic * phase);
            }

            double inSyllable = seconds * 4 % 1;
            double envelope = inSyllable > 0.85 ? 0.05 : Math.Sin(Math.PI * Math.Min(1, inSyllable / 0.85));
            samples[index] = (short)Math.Clamp(sum * envelope * 5000, short.MinValue, short.MaxValue);
        }

        return samples;
    }

    private static double Resonance(double hertz, double centre, double width) => 1 / (1 + Math.Pow((hertz - centre) / width, 2));
}
