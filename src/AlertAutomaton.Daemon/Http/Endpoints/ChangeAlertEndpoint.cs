using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/alerts/{id}/pause</c>, <c>/resume</c> and <c>/stop</c>; the body with a reason may be left out.</summary>
internal static class ChangeAlertEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, AlertChange change) => routes.MapPost(
        $"/api/v1/alerts/{{id:guid}}/{change.ToString().ToLowerInvariant()}",
        (HttpContext context, IAlertDesk desk, Guid id, CancellationToken cancel) => HandleAsync(context, desk, id, change, cancel));

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, Guid id, AlertChange change, CancellationToken cancel)
    {
        var (reason, refusal) = await ChangeReason.ReadAsync(context, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        return await desk.ChangeAsync(id, change, reason, OrderedBy.Of(context), CancellationToken.None) switch
        {
            ChangeOutcome.Done done => Results.Ok(done.Alert),
            ChangeOutcome.Unknown => ProblemAnswers.Of(context, ProblemKind.UnknownAlert),
            ChangeOutcome.NotPossible => ProblemAnswers.Of(context, ProblemKind.NotPossibleNow),
            ChangeOutcome.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
