using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/duty/matters</c>: what waits for a person or was taken by one, the oldest first.</summary>
internal static class ListDutyMattersEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/duty/matters", HandleAsync);

    private static async Task<IResult> HandleAsync(IDutyConsole console, CancellationToken cancel)
    {
        return Results.Ok(await console.ListAsync(cancel));
    }
}
