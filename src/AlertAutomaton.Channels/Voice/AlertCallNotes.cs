namespace AlertAutomaton.Channels.Voice;

/// <summary>What the script learnt of a call, for its verdict.</summary>
internal sealed class AlertCallNotes
{
    /// <summary>The key whose acknowledgement is on disk, or null.</summary>
    public char? Key { get; set; }

    /// <summary>Somebody said that this is not the household, and did not take it back.</summary>
    public bool WrongNumber { get; set; }

    /// <summary>The message was said once from its beginning to its end.</summary>
    public bool PlayedToEnd { get; set; }

    /// <summary>A machine's beep was heard and believed.</summary>
    public bool Machine { get; set; }

    /// <summary>The voicemail text was said to its end after the beep.</summary>
    public bool VoicemailLeft { get; set; }
}
