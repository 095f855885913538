using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/alerts</c>: launches an alert; answers 201 when it is on disk, 200 when it had been accepted before.</summary>
internal static class LaunchEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/alerts", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, CancellationToken cancel)
    {
        if (IdempotencyKey.Of(context) is not { } key)
        {
            return ProblemAnswers.Of(context, ProblemKind.MissingIdempotencyKey);
        }

        var (order, refusal) = await JsonBody.ReadAsync<LaunchAlertRequest>(context, cancel);
        if (order is null)
        {
            return refusal!;
        }

        // Once the order was read it is carried out: a caller that hangs up now finds it again by its key.
        return await desk.LaunchAsync(order, key, OrderedBy.Of(context), CancellationToken.None) switch
        {
            LaunchOutcome.Accepted { Response.AlreadyAccepted: true } known => Results.Ok(known.Response),
            LaunchOutcome.Accepted accepted => Results.Created($"/api/v1/alerts/{accepted.Response.Id}", accepted.Response),
            LaunchOutcome.Invalid invalid => ProblemAnswers.Of(context, ProblemKind.InvalidOrder, errors: invalid.Problems),
            LaunchOutcome.KeyConflict => ProblemAnswers.Of(context, ProblemKind.IdempotencyKeyConflict),
            LaunchOutcome.OverQuota over => ProblemAnswers.Of(context, ProblemKind.QuotaExceeded, over.Reason),
            LaunchOutcome.NoSpace full => ProblemAnswers.Of(context, ProblemKind.NoSpace, full.Reason),
            LaunchOutcome.Unavailable unavailable => ProblemAnswers.Of(context, ProblemKind.Unavailable, unavailable.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
