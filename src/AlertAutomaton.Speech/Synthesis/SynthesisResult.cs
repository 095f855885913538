using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Speech.Synthesis;

/// <summary>Speech as the engine made it, or why there is none. Exactly one of the two is set.</summary>
/// <param name="Audio">Mono audio at the engine's own rate and level.</param>
/// <param name="Fault">What went wrong.</param>
public sealed record SynthesisResult(WavAudio? Audio, SpeechFault? Fault)
{
    /// <summary>A result with audio.</summary>
    public static SynthesisResult Spoken(WavAudio audio) => new(audio, null);

    /// <summary>A result with a fault.</summary>
    public static SynthesisResult Failed(SpeechFault fault) => new(null, fault);
}
