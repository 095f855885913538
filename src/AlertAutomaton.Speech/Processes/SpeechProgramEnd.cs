namespace AlertAutomaton.Speech.Processes;

/// <summary>How a speech program ended.</summary>
internal enum SpeechProgramEnd
{
    Exited,
    NotStarted,
    TimedOut,
}
