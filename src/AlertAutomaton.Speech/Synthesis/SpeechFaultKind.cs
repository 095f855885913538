namespace AlertAutomaton.Speech.Synthesis;

/// <summary>Why speech could not be made; the operator's words for each are in the resource <c>SpeechTexts</c>.</summary>
public enum SpeechFaultKind
{
    /// <summary>The program is not installed or could not be started.</summary>
    NotInstalled,

    /// <summary>The engine has no voice for this language.</summary>
    LanguageNotSpoken,

    /// <summary>It did not finish in time and was stopped.</summary>
    TimedOut,

    /// <summary>The program ended with an error.</summary>
    ProgramFailed,

    /// <summary>The voice server could not be reached.</summary>
    Unreachable,

    /// <summary>The voice server refused the key or password (401, 403).</summary>
    NotAuthorised,

    /// <summary>The voice server asks to slow down or the quota is used up (429).</summary>
    Throttled,

    /// <summary>The voice server answered with another error.</summary>
    ServerRefused,

    /// <summary>The answer is larger than the limit.</summary>
    TooLarge,

    /// <summary>What came back is not audio that can be read.</summary>
    BadAudio,

    /// <summary>What came back is silence or too short to be speech.</summary>
    NothingHeard,

    /// <summary>There is nothing to say.</summary>
    EmptyText,

    /// <summary>The text is longer than what may be spoken in one message.</summary>
    TextTooLong,

    /// <summary>The recording named does not exist or cannot be read.</summary>
    RecordingUnreadable,

    /// <summary>No synthesiser is configured or installed that speaks this language.</summary>
    NoSynthesizer,
}
