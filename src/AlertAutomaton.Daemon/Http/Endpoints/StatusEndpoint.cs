using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/status</c>: what runs, how far, and which lines are healthy.</summary>
internal static class StatusEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/status", async (IAlertDesk desk, CancellationToken cancel) => Results.Ok(await desk.StatusAsync(cancel)));
}
