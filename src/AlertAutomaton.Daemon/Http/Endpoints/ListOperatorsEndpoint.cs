using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/operators</c>: who may phone in, those who left included.</summary>
internal static class ListOperatorsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/operators", HandleAsync);

    private static async Task<IResult> HandleAsync(IPhoneDesk desk, CancellationToken cancel)
    {
        return Results.Ok(await desk.ListOperatorsAsync(cancel));
    }
}
