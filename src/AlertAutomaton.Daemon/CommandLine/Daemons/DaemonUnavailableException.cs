namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The daemon did not answer, or answered with a problem that no command foresees; the message is for the operator.</summary>
internal sealed class DaemonUnavailableException(string message) : Exception(message);
