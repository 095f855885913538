using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/forecast</c>: how long the order in the body would take; starts nothing.</summary>
internal static class ForecastEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/forecast", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, CancellationToken cancel)
    {
        var (request, refusal) = await JsonBody.ReadAsync<LaunchAlertRequest>(context, cancel);
        if (request is null)
        {
            return refusal!;
        }

        return await desk.ForecastAsync(request, cancel) switch
        {
            ForecastOutcome.Known known => Results.Ok(known.Forecast),
            ForecastOutcome.Invalid invalid => ProblemAnswers.Of(context, ProblemKind.InvalidOrder, errors: invalid.Problems),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
