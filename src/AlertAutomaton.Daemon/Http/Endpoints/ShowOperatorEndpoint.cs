using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/operators/{number}</c>: one operator, and whether wrong PINs have locked the number.</summary>
internal static class ShowOperatorEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/operators/{number}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, string number, CancellationToken cancel)
    {
        return await desk.FindOperatorAsync(number, cancel) is { } who ? Results.Ok(who) : ProblemAnswers.Of(context, ProblemKind.UnknownOperator);
    }
}
