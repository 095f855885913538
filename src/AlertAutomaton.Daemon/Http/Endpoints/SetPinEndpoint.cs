using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/operators/{number}/pin</c>: sets the PIN and, if wanted, the duress PIN. Neither is ever answered or logged.</summary>
internal static class SetPinEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/operators/{number}/pin", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, string number, CancellationToken cancel)
    {
        var (order, refusal) = await JsonBody.ReadAsync<SetPinRequest>(context, cancel);
        return order is null ? refusal! : PhoneAnswers.Of(context, await desk.SetPinAsync(number, order, CancellationToken.None), ProblemKind.UnknownOperator);
    }
}
