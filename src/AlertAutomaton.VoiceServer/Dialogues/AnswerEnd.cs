namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>How a question ended.</summary>
internal enum AnswerEnd : byte
{
    /// <summary>With keys.</summary>
    Entered,

    /// <summary>With the star: back.</summary>
    Back,

    /// <summary>Nobody answered, or only nonsense, as often as it was asked.</summary>
    Silent,

    /// <summary>The call is over.</summary>
    Over,
}
