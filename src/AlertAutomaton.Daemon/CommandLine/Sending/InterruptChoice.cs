namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>What the first Ctrl-C does to an alert that is being watched.</summary>
internal enum InterruptChoice
{
    /// <summary>Asks on a terminal; leaves elsewhere.</summary>
    Ask,

    /// <summary>Stops the alert.</summary>
    Stop,

    /// <summary>Leaves it to the daemon, or to be resumed by the next start.</summary>
    Leave,
}
