using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/scheduled-alerts</c>: plans an alert; answers 201 when it is on disk, 200 when it had been accepted before.</summary>
internal static class PlanEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/scheduled-alerts", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IScheduleDesk desk, CancellationToken cancel)
    {
        if (IdempotencyKey.Of(context) is not { } key)
        {
            return ProblemAnswers.Of(context, ProblemKind.MissingIdempotencyKey);
        }

        var (order, refusal) = await JsonBody.ReadAsync<PlanAlertRequest>(context, cancel);
        if (order is null)
        {
            return refusal!;
        }

        // Once the order was read it is carried out: a caller that hangs up now finds it again by its key.
        return await desk.PlanAsync(order, key, OrderedBy.Of(context), CancellationToken.None) switch
        {
            PlanOutcome.Accepted { Response.AlreadyAccepted: true } known => Results.Ok(known.Response),
            PlanOutcome.Accepted accepted => Results.Created($"/api/v1/scheduled-alerts/{accepted.Response.Id}", accepted.Response),
            PlanOutcome.Invalid invalid => ProblemAnswers.Of(context, ProblemKind.InvalidOrder, errors: invalid.Problems),
            PlanOutcome.KeyConflict => ProblemAnswers.Of(context, ProblemKind.IdempotencyKeyConflict),
            PlanOutcome.NoSpace full => ProblemAnswers.Of(context, ProblemKind.NoSpace, full.Reason),
            PlanOutcome.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
