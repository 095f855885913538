using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/scenarios</c>: takes groups and scenarios in place of those of the same name and number.</summary>
internal static class ImportScenariosEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/scenarios", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, CancellationToken cancel)
    {
        var (order, refusal) = await JsonBody.ReadAsync<ScenarioImportRequest>(context, cancel);
        return order is null ? refusal! : PhoneAnswers.Of(context, await desk.ImportScenariosAsync(order, CancellationToken.None), ProblemKind.UnknownScenario);
    }
}
