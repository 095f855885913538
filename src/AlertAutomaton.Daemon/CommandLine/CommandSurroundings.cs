namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>What a command touches outside of its arguments, so that tests run commands in-process.</summary>
internal sealed record CommandSurroundings
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Reads a line that the terminal does not show; null where there is no terminal: then it comes from <see cref="In"/>.</summary>
    public Func<string>? ReadHidden { get; init; }

    /// <summary>True when a person watches: progress is drawn in place and questions may be asked.</summary>
    public required bool IsTerminal { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }

    public required Interrupts Interrupts { get; init; }
}
