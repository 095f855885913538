using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/callbacks</c>: residents who phoned and asked to be registered, the oldest first.</summary>
internal static class ListCallbacksEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/callbacks", HandleAsync);

    private static async Task<IResult> HandleAsync(IPhoneDesk desk, CancellationToken cancel)
    {
        return Results.Ok(await desk.ListCallbacksAsync(cancel));
    }
}
