using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/callbacks/closed</c>: wishes to be registered that were dealt with, the last one first.</summary>
internal static class ListClosedCallbacksEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/callbacks/closed", HandleAsync);

    private static async Task<IResult> HandleAsync(IPhoneDesk desk, CancellationToken cancel)
    {
        return Results.Ok(await desk.ListClosedCallbacksAsync(cancel));
    }
}
