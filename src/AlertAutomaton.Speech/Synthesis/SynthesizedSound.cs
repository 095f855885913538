using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Speech.Synthesis;

/// <summary>The guard at the door: only audio that can be heard is taken from an engine, or the next engine is asked.</summary>
internal static class SynthesizedSound
{
    private const double QuietestLevel = -55;
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(0.3);

    /// <summary>Reads a WAV file made by an engine.</summary>
    public static SynthesisResult Accept(string synthesizer, ReadOnlySpan<byte> file)
        => WavFile.TryRead(file, out var audio, out var problem)
            ? Accept(synthesizer, audio!)
            : SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.BadAudio, synthesizer, problem.ToString()));

    /// <summary>Judges sound made by an engine.</summary>
    public static SynthesisResult Accept(string synthesizer, WavAudio audio)
        => audio.Duration < _shortest || AudioLevel.Dbov(audio.Samples) < QuietestLevel
            ? SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.NothingHeard, synthesizer))
            : SynthesisResult.Spoken(audio);
}
