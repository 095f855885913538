namespace AlertAutomaton.Speech.Prompts;

/// <summary>What is wrong with a prompt folder; the operator's words are in the resource <c>SpeechTexts</c>.</summary>
public enum PromptProblemKind
{
    /// <summary>The folder of prompts does not exist or holds no language.</summary>
    NoLanguages,

    /// <summary>A language's manifest cannot be read.</summary>
    ManifestUnreadable,

    /// <summary>The manifest names another language than its folder.</summary>
    LanguageMismatch,

    /// <summary>A prompt name is not made of lower-case letters, digits and hyphens, or is there twice.</summary>
    BadName,

    /// <summary>A prompt that every language needs is not in the manifest.</summary>
    Missing,

    /// <summary>The WAV file is absent or unreadable.</summary>
    FileUnreadable,

    /// <summary>The WAV file is not 8 kHz audio.</summary>
    NotPhoneAudio,

    /// <summary>The WAV file is not the one the manifest describes.</summary>
    HashMismatch,

    /// <summary>The WAV file's length is not the one in the manifest.</summary>
    LengthMismatch,

    /// <summary>The synthesiser could not speak the text.</summary>
    NotSpoken,

    /// <summary>The town's own recording has a name that no prompt has; it is never played.</summary>
    OwnNameUnknown,

    /// <summary>The town's own recording cannot be used; the shipped prompt is played in its place.</summary>
    OwnFileUnusable,
}
