using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/callbacks/{id}/close</c>: a wish to be registered was dealt with; what became of it stays on file.</summary>
internal static class CloseCallbackEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/callbacks/{id:guid}/close", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IPhoneDesk desk, Guid id, CancellationToken cancel)
    {
        var (order, refusal) = await JsonBody.ReadAsync<CloseCallbackRequest>(context, cancel);
        return order is null ? refusal! : PhoneAnswers.Of(context, await desk.CloseCallbackAsync(id, order, CancellationToken.None), ProblemKind.UnknownCallback);
    }
}
