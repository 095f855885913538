using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>Says which fields of an order are at fault.</summary>
internal static class OrderRefusal
{
    public static int Say(CommandContext context, IReadOnlyList<FieldProblem> problems)
    {
        if (context.Json)
        {
            context.WriteJson(new { error = context.Texts["problem.invalid-order.title"], problems });
        }

        foreach (var problem in problems)
        {
            context.Error.WriteLine($"{problem.Pointer}: {problem.Detail}");
        }

        return ExitCode.InvalidInput;
    }
}
