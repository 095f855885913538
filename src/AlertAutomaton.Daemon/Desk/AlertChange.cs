namespace AlertAutomaton.Daemon.Desk;

/// <summary>What an operator can do to an alert that was launched.</summary>
internal enum AlertChange
{
    Pause,
    Resume,
    Stop,
}
