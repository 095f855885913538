using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>One prompt of a language.</summary>
internal sealed record PromptManifestEntry
{
    /// <summary>Name of the prompt and of its file, without <c>.wav</c>: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What is said; empty for a tone.</summary>
    public string Text { get; init; } = "";

    /// <summary>For a tone instead of speech: its frequency in hertz.</summary>
    public int? ToneHertz { get; init; }

    /// <summary>How much silence goes around it.</summary>
    public SpeechSpacing Spacing { get; init; }

    /// <summary>True where a person recorded it: rendering leaves the file alone.</summary>
    public bool Recorded { get; init; }

    /// <summary>Length of the file in milliseconds.</summary>
    public int LengthMs { get; init; }

    /// <summary>Who speaks: engine and voice, or a person.</summary>
    public string? Voice { get; init; }

    /// <summary>SHA-256 of the WAV file, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }
}
