namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>Where a call goes on after a menu.</summary>
internal enum MenuEnd : byte
{
    /// <summary>In the menu above.</summary>
    Back,

    /// <summary>Goodbye.</summary>
    Leave,

    /// <summary>Nowhere: the call is over.</summary>
    Over,
}
