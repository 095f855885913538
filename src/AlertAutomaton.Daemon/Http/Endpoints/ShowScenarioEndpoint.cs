using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/scenarios/{number}</c>: one prepared alert and how many households it would warn now.</summary>
internal static class ShowScenarioEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/scenarios/{number:int}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, int number, CancellationToken cancel)
    {
        return await desk.FindScenarioAsync(number, cancel) is { } scenario ? Results.Ok(scenario) : ProblemAnswers.Of(context, ProblemKind.UnknownScenario);
    }
}
