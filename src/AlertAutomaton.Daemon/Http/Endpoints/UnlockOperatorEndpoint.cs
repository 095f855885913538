using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/operators/{number}/unlock</c>: forgets the wrong PINs of an operator number.</summary>
internal static class UnlockOperatorEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/operators/{number}/unlock", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, string number)
    {
        return PhoneAnswers.Of(context, await desk.UnlockAsync(number, CancellationToken.None), ProblemKind.UnknownOperator);
    }
}
