using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>DELETE /api/v1/operators/{number}</c>: lets an operator in no more; the number stays theirs.</summary>
internal static class RemoveOperatorEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapDelete("/api/v1/operators/{number}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, string number)
    {
        return PhoneAnswers.Of(context, await desk.RemoveOperatorAsync(number, CancellationToken.None), ProblemKind.UnknownOperator);
    }
}
