using AlertAutomaton.Speech.Http;
using AlertAutomaton.Speech.Processes;
using ConfiguredSpeech = AlertAutomaton.Daemon.Configuration.Options.SpeechOptions;
using SpeechOptions = AlertAutomaton.Speech.Rendering.SpeechOptions;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration says about voices, as the speech service takes it.</summary>
internal static class SpeechMapping
{
    /// <param name="speech">The configured section.</param>
    /// <param name="dataDirectory">Under which the rendered speech is kept.</param>
    public static SpeechOptions Map(ConfiguredSpeech speech, string dataDirectory) => new()
    {
        CacheDirectory = Path.Combine(dataDirectory, "audio-cache"),
        HttpVoices = speech.Synthesizers.Contains("http", StringComparer.Ordinal) && VoiceServer(speech) is { } server ? [server] : [],
        Pico = speech.Synthesizers.Contains("pico", StringComparer.Ordinal) ? new PicoOptions() : null,
        Espeak = speech.Synthesizers.Contains("espeak-ng", StringComparer.Ordinal) ? new EspeakOptions() : null,
    };

    private static HttpVoiceOptions? VoiceServer(ConfiguredSpeech speech)
    {
        var http = speech.Http;
        return http.Preset switch
        {
            "azure" => HttpVoicePresets.Azure(http.Url, http.Key, http.Voices),
            "piper" => HttpVoicePresets.Piper(http.Url, http.Voices),
            "openai" => HttpVoicePresets.OpenAi(http.Url, http.Key, http.Model, http.Voices),
            "marytts" => HttpVoicePresets.Mary(http.Url, http.Voices),
            _ => null,
        };
    }
}
