using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/alerts/{id}</c>: one alert with its progress.</summary>
internal static class ShowAlertEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/alerts/{id:guid}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, Guid id, CancellationToken cancel) =>
        await desk.FindAsync(id, cancel) is { } alert ? Results.Ok(alert) : ProblemAnswers.Of(context, ProblemKind.UnknownAlert);
}
