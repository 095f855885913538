using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/scheduled-alerts/{id}/pause</c>, <c>/resume</c> and <c>/cancel</c>; the body with a reason may be left out.</summary>
internal static class ChangeScheduledAlertEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, ScheduleChange change) => routes.MapPost(
        $"/api/v1/scheduled-alerts/{{id:guid}}/{change.ToString().ToLowerInvariant()}",
        (HttpContext context, IScheduleDesk desk, Guid id, CancellationToken cancel) => HandleAsync(context, desk, id, change, cancel));

    private static async Task<IResult> HandleAsync(HttpContext context, IScheduleDesk desk, Guid id, ScheduleChange change, CancellationToken cancel)
    {
        var (reason, refusal) = await ChangeReason.ReadAsync(context, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        return await desk.ChangeAsync(id, change, reason, OrderedBy.Of(context), CancellationToken.None) switch
        {
            ScheduleChangeOutcome.Done done => Results.Ok(done.Alert),
            ScheduleChangeOutcome.Unknown => ProblemAnswers.Of(context, ProblemKind.UnknownScheduledAlert),
            ScheduleChangeOutcome.NotPossible => ProblemAnswers.Of(context, ProblemKind.NotPossibleNow),
            ScheduleChangeOutcome.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
