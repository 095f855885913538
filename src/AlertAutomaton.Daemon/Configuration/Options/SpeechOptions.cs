namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Voice synthesis and recorded prompts.</summary>
internal sealed record SpeechOptions
{
    /// <summary>Synthesisers in the order in which they are tried; a recording always comes first.</summary>
    [Allowed("http", "pico", "espeak-ng")]
    public IReadOnlyList<string> Synthesizers { get; init; } = ["http", "pico", "espeak-ng"];

    /// <summary>Languages in which messages can be given; each needs a directory of prompts.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["fr", "en"];

    /// <summary>Directory of the prompts; empty: the voice-prompts directory that ships with the product.</summary>
    public string PromptsDirectory { get; init; } = "";

    /// <summary>A voice server reached by HTTP, for example Azure, Piper, an OpenAI-like server or MaryTTS.</summary>
    public HttpVoiceOptions Http { get; init; } = new();
}
