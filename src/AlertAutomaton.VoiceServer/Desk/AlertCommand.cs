namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>How a running alert is steered.</summary>
public enum AlertCommand : byte
{
    /// <summary>No new attempt until resumed.</summary>
    Pause,

    /// <summary>Goes on.</summary>
    Resume,

    /// <summary>For good.</summary>
    Stop,
}
