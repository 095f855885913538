using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http;

/// <summary>Answers what became of a change to operators or scenarios.</summary>
internal static class PhoneAnswers
{
    public static IResult Of<T>(HttpContext context, PhoneOutcome<T> outcome, ProblemKind unknown) => outcome switch
    {
        PhoneOutcome<T>.Done done => Results.Ok(done.Value),
        PhoneOutcome<T>.Unknown => ProblemAnswers.Of(context, unknown),
        PhoneOutcome<T>.Invalid invalid => ProblemAnswers.Of(context, ProblemKind.InvalidOrder, errors: invalid.Problems),
        PhoneOutcome<T>.Taken => ProblemAnswers.Of(context, ProblemKind.NumberTaken),
        PhoneOutcome<T>.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };
}
