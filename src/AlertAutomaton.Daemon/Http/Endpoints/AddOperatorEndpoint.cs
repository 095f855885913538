using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/operators</c>: a new operator, without a PIN yet.</summary>
internal static class AddOperatorEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/operators", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, CancellationToken cancel)
    {
        var (order, refusal) = await JsonBody.ReadAsync<AddOperatorRequest>(context, cancel);
        return order is null ? refusal! : PhoneAnswers.Of(context, await desk.AddOperatorAsync(order, CancellationToken.None), ProblemKind.UnknownOperator);
    }
}
