namespace AlertAutomaton.Daemon.CommandLine.Phones;

/// <summary>Asks for a new PIN: unseen and twice on a terminal, else one line of the input. Never an argument: those are in histories and process lists.</summary>
internal static class PinPrompt
{
    /// <summary>The PIN, or null after what is wrong was said.</summary>
    public static string? Ask(CommandContext context, string key)
    {
        if (context.Surroundings.ReadHidden is not { } hidden)
        {
            if (context.Surroundings.In.ReadLine()?.Trim() is { Length: > 0 } line)
            {
                return line;
            }

            context.Fail(ExitCode.Usage, "cli.operators.pin.none");
            return null;
        }

        context.Error.Write(context.Texts[key] + " ");
        var first = hidden();
        context.Error.WriteLine();
        context.Error.Write(context.Texts["cli.operators.pin.again"] + " ");
        var second = hidden();
        context.Error.WriteLine();
        if (string.Equals(first, second, StringComparison.Ordinal))
        {
            return first;
        }

        context.Fail(ExitCode.InvalidInput, "cli.operators.pin.differ");
        return null;
    }
}
