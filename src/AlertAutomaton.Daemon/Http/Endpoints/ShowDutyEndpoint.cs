using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/duty</c>: who is on duty now and this week, and what waits for them.</summary>
internal static class ShowDutyEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/duty", HandleAsync);

    private static async Task<IResult> HandleAsync(IDutyConsole console, CancellationToken cancel)
    {
        return Results.Ok(await console.ShowAsync(cancel));
    }
}
