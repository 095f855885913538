using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http;

/// <summary>Answers what became of an act on a duty matter.</summary>
internal static class DutyAnswers
{
    public static IResult Of(HttpContext context, DutyOutcome outcome) => outcome switch
    {
        DutyOutcome.Done done => Results.Ok(done.Matter),
        DutyOutcome.Unknown => ProblemAnswers.Of(context, ProblemKind.UnknownDutyMatter),
        DutyOutcome.Invalid invalid => ProblemAnswers.Of(context, ProblemKind.InvalidOrder, errors: invalid.Problems),
        DutyOutcome.NotPossible refused => ProblemAnswers.Of(context, ProblemKind.NotPossibleNow, refused.Reason),
        DutyOutcome.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };
}
