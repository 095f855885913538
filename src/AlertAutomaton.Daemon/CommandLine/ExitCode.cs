namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>What the process answers its caller. Zero is success and nothing else is; <c>docs/command-line.md</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A fault in the program; details are in the log.</summary>
    public const int Fault = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Configuration, contacts or order are wrong; every problem was listed.</summary>
    public const int InvalidInput = 3;

    /// <summary>What the command needs is not there or is taken: no daemon, data directory in use, port in use.</summary>
    public const int Unavailable = 4;

    /// <summary>The alert was stopped or left before every recipient was final.</summary>
    public const int Incomplete = 5;

    /// <summary>A check failed, or a report does not verify.</summary>
    public const int CheckFailed = 6;

    /// <summary>Ended at once by a second Ctrl-C.</summary>
    public const int Interrupted = 130;
}
