namespace AlertAutomaton.Speech.Processes;

/// <summary>How SVOX pico is run.</summary>
public sealed record PicoOptions
{
    /// <summary>Program name or path.</summary>
    public string Path { get; init; } = "pico2wave";

    /// <summary>How long one text may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Voice per language; pico has these and en-GB.</summary>
    public IReadOnlyDictionary<string, string> Voices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fr"] = "fr-FR",
        ["en"] = "en-US",
        ["de"] = "de-DE",
        ["es"] = "es-ES",
        ["it"] = "it-IT",
    };
}
