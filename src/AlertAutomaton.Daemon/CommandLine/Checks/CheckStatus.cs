namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Verdict of one check.</summary>
internal enum CheckStatus
{
    Ok,
    Warn,
    Fail,
}
