namespace AlertAutomaton.Speech.Processes;

/// <summary>How espeak-ng is run.</summary>
public sealed record EspeakOptions
{
    /// <summary>Program name or path.</summary>
    public string Path { get; init; } = "espeak-ng";

    /// <summary>Speaking rate in words per minute, 80 to 300.</summary>
    public int WordsPerMinute { get; init; } = 145;

    /// <summary>How long one text may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Voice per language where it is not the language's own name.</summary>
    public IReadOnlyDictionary<string, string> Voices { get; init; }
        = new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = "fr", ["en"] = "en-us" };
}
