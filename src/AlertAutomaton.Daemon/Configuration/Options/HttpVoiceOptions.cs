namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>A voice server reached by HTTP.</summary>
internal sealed record HttpVoiceOptions
{
    /// <summary>Which contract the server keeps; empty: no voice server.</summary>
    [Allowed("", "azure", "piper", "openai", "marytts")]
    public string Preset { get; init; } = "";

    /// <summary>Address of the server, for example http://127.0.0.1:5000/; for azure the region, for example francecentral.</summary>
    public string Url { get; init; } = "";

    /// <summary>Key of the account; better given by the environment variable ALERTAUTOMATON__Speech__Http__Key.</summary>
    [Secret]
    public string Key { get; init; } = "";

    /// <summary>Model that an OpenAI-like server speaks with.</summary>
    public string Model { get; init; } = "tts-1";

    /// <summary>Voice to use per language, by the server's own names, for example "fr": "fr-FR-DeniseNeural".</summary>
    public IReadOnlyDictionary<string, string> Voices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
