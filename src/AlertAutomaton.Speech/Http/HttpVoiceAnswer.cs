namespace AlertAutomaton.Speech.Http;

/// <summary>What a voice server sends back.</summary>
public enum HttpVoiceAnswer
{
    /// <summary>A WAV file.</summary>
    Wav,

    /// <summary>Bare 16-bit little-endian mono samples at <see cref="HttpVoiceOptions.PcmRate"/>.</summary>
    Pcm,
}
