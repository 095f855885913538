using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>DELETE /api/v1/scenarios/{number}</c>: removes a prepared alert; what was launched goes on.</summary>
internal static class RemoveScenarioEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapDelete("/api/v1/scenarios/{number:int}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, int number)
    {
        return PhoneAnswers.Of(context, await desk.RemoveScenarioAsync(number, CancellationToken.None), ProblemKind.UnknownScenario);
    }
}
