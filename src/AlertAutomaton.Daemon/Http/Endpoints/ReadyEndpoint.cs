using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /health/ready</c>: 200 when an alert could be launched now, else 503 with what is wrong.</summary>
internal static class ReadyEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", (IAlertDesk desk) =>
    {
        var report = desk.Health();
        return Results.Json(report, statusCode: report.Status is "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    });
}
