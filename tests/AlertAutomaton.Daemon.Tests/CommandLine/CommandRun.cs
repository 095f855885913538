using AlertAutomaton.Daemon.CommandLine;

namespace AlertAutomaton.Daemon.Tests.CommandLine;

/// <summary>Runs a command in this process and keeps what it said.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> OfAsync(IReadOnlyList<string> arguments, string? input = null, bool terminal = false, Interrupts? interrupts = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var own = new Interrupts(() => { });
        var exit = await CommandLineRoot.RunAsync([.. arguments], new CommandSurroundings
        {
            Out = output,
            Error = error,
            In = new StringReader(input ?? ""),
            IsTerminal = terminal,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["LANG"] = "en_GB.UTF-8" },
            Time = TimeProvider.System,
            Interrupts = interrupts ?? own,
        });
        return new CommandRun(exit, output.ToString(), error.ToString());
    }
}
