namespace AlertAutomaton.Media.Sessions;

internal enum SessionEventKind
{
    Key,
    PlayingFinished,
    VoiceActivity,
    MachineHint,
    Beep,
    FaxTone,
    Silent,
}
