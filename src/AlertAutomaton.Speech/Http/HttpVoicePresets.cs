namespace AlertAutomaton.Speech.Http;

/// <summary>The voice servers that are met most, each as <see cref="HttpVoiceOptions"/> that may be changed with <c>with</c>.</summary>
public static class HttpVoicePresets
{
    /// <summary>Azure AI Speech, text to speech REST API v1: SSML in, native 24 kHz PCM out.</summary>
    /// <param name="region">Azure region, such as <c>francecentral</c>.</param>
    /// <param name="key">Subscription key, sent as <c>Ocp-Apim-Subscription-Key</c>.</param>
    /// <param name="voices">Voice per language, such as <c>fr-FR-DeniseNeural</c>.</param>
    public static HttpVoiceOptions Azure(string region, string key, IReadOnlyDictionary<string, string> voices) => new()
    {
        Name = "azure",
        Url = $"https://{region}.tts.speech.microsoft.com/cognitiveservices/v1",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Ocp-Apim-Subscription-Key"] = key,
            ["X-Microsoft-OutputFormat"] = "raw-24khz-16bit-mono-pcm",
        },
        Body = HttpVoiceBody.Xml,
        ContentType = "application/ssml+xml",
        BodyTemplate = """<speak version="1.0" xml:lang="{locale}"><voice name="{voice}"><prosody rate="-10%">{text}</prosody></voice></speak>""",
        Answer = HttpVoiceAnswer.Pcm,
        PcmRate = 24000,
        Voices = voices,
    };

    /// <summary>Piper's HTTP server: JSON in, WAV out.</summary>
    /// <param name="baseUrl">Such as <c>http://127.0.0.1:5000</c>.</param>
    /// <param name="voices">Voice per language, such as <c>fr_FR-siwis-medium</c>.</param>
    /// <param name="path">Piper 1 answers at <c>/</c>, its newest version at <c>/synthesize</c>.</param>
    public static HttpVoiceOptions Piper(string baseUrl, IReadOnlyDictionary<string, string> voices, string path = "/") => new()
    {
        Name = "piper",
        Url = baseUrl.TrimEnd('/') + path,
        BodyTemplate = """{"text":"{text}","voice":"{voice}"}""",
        Voices = voices,
    };

    /// <summary>A server that speaks OpenAI's <c>/v1/audio/speech</c>: JSON in, WAV out.</summary>
    /// <param name="baseUrl">Such as <c>https://api.openai.com</c>.</param>
    /// <param name="key">Bearer key; empty for a server of one's own without one.</param>
    /// <param name="model">Model name.</param>
    /// <param name="voices">Voice per language.</param>
    public static HttpVoiceOptions OpenAi(string baseUrl, string key, string model, IReadOnlyDictionary<string, string> voices) => new()
    {
        Name = "openai",
        Url = baseUrl.TrimEnd('/') + "/v1/audio/speech",
        Headers = key.Length == 0
            ? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "Bearer " + key },
        BodyTemplate = "{\"model\":\"" + System.Text.Json.JsonEncodedText.Encode(model)
            + "\",\"input\":\"{text}\",\"voice\":\"{voice}\",\"response_format\":\"wav\"}",
        Voices = voices,
    };

    /// <summary>MaryTTS, also Coqui and OpenTTS in its manner: everything in the address, WAV out.</summary>
    /// <param name="baseUrl">Such as <c>http://127.0.0.1:59125</c>.</param>
    /// <param name="voices">Voice per language.</param>
    public static HttpVoiceOptions Mary(string baseUrl, IReadOnlyDictionary<string, string> voices) => new()
    {
        Name = "mary",
        Url = baseUrl.TrimEnd('/')
            + "/process?INPUT_TYPE=TEXT&OUTPUT_TYPE=AUDIO&AUDIO=WAVE_FILE&LOCALE={language}&VOICE={voice}&INPUT_TEXT={text}",
        Method = "GET",
        Body = HttpVoiceBody.None,
        Voices = voices,
    };
}
