using AlertAutomaton.Speech.Http;
using AlertAutomaton.Speech.Processes;

namespace AlertAutomaton.Speech.Rendering;

/// <summary>Where speech comes from and where it is kept. Sources are tried in the order: recording, HTTP voices, pico, espeak-ng.</summary>
public sealed record SpeechOptions
{
    /// <summary>Folder of rendered speech; made when it is missing.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Voice servers in order of preference; none by default.</summary>
    public IReadOnlyList<HttpVoiceOptions> HttpVoices { get; init; } = [];

    /// <summary>SVOX pico; null to leave it out.</summary>
    public PicoOptions? Pico { get; init; } = new();

    /// <summary>espeak-ng; null to leave it out.</summary>
    public EspeakOptions? Espeak { get; init; } = new();

    /// <summary>How much rendered speech is held in memory, as playing time.</summary>
    public TimeSpan MostInMemory { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest text of one message, in characters after normalisation.</summary>
    public int LongestText { get; init; } = 4000;
}
