using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/scenarios</c>: the prepared alerts, by number.</summary>
internal static class ListScenariosEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/scenarios", HandleAsync);

    private static async Task<IResult> HandleAsync(IPhoneDesk desk, CancellationToken cancel)
    {
        return Results.Ok(await desk.ListScenariosAsync(cancel));
    }
}
