using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Phones;

/// <summary>Says what became of a change to operators or scenarios.</summary>
internal static class PhoneReport
{
    public static int Of<T>(CommandContext context, PhoneOutcome<T> outcome, string unknown, Action<T> done)
    {
        switch (outcome)
        {
            case PhoneOutcome<T>.Done { Value: var value }:
                if (context.Json)
                {
                    context.WriteJson(value);
                }
                else
                {
                    done(value);
                }

                return ExitCode.Success;
            case PhoneOutcome<T>.Unknown:
                return context.Fail(ExitCode.InvalidInput, unknown);
            case PhoneOutcome<T>.Taken:
                return context.Fail(ExitCode.InvalidInput, "problem.number-taken.detail");
            case PhoneOutcome<T>.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            case PhoneOutcome<T>.Invalid invalid:
                return context.FailWith(
                    ExitCode.InvalidInput, string.Join(Environment.NewLine, invalid.Problems.Select(problem => problem.Pointer.Length == 0 ? problem.Detail : $"{problem.Pointer}: {problem.Detail}")));
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }
}
