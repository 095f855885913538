using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.CommandLine.Duty;

/// <summary>Says what became of an act on a duty matter.</summary>
internal static class DutyReport
{
    /// <param name="context">The command.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="done">The key of the sentence that says so when it is done; its place is the matter in words.</param>
    public static int Of(CommandContext context, DutyOutcome outcome, string done)
    {
        switch (outcome)
        {
            case DutyOutcome.Done { Matter: var matter }:
                if (context.Json)
                {
                    context.WriteJson(matter);
                }
                else
                {
                    context.Say(done, matter.Text, matter.Id);
                }

                return ExitCode.Success;
            case DutyOutcome.Unknown:
                return context.Fail(ExitCode.InvalidInput, "problem.unknown-duty-matter.title");
            case DutyOutcome.NotPossible refused:
                return context.FailWith(ExitCode.InvalidInput, refused.Reason);
            case DutyOutcome.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            case DutyOutcome.Invalid invalid:
                return context.FailWith(ExitCode.InvalidInput, string.Join(Environment.NewLine, invalid.Problems.Select(problem => problem.Detail)));
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }
}
