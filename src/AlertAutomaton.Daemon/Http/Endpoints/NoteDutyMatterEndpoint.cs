using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/duty/matters/{id}/note</c>: an operator has it; nobody is phoned for it any more.</summary>
internal static class NoteDutyMatterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/duty/matters/{id:guid}/note", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IDutyConsole console, Guid id, CancellationToken cancel)
    {
        var (order, refusal) = await JsonBody.ReadAsync<NoteDutyMatterRequest>(context, cancel);
        return order is null ? refusal! : DutyAnswers.Of(context, await console.NoteAsync(id, order.Operator, CancellationToken.None));
    }
}
