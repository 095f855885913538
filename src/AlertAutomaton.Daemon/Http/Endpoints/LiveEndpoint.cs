namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /health/live</c>: the process answers.</summary>
internal static class LiveEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/live", () => Results.Text("live\n"));
}
