using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/duty/matters/{id}/resolve</c>: it is over; the body with a reason may be left out.</summary>
internal static class ResolveDutyMatterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/duty/matters/{id:guid}/resolve", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IDutyConsole console, Guid id, CancellationToken cancel)
    {
        var (reason, refusal) = await ChangeReason.ReadAsync(context, cancel);
        return refusal ?? DutyAnswers.Of(context, await console.ResolveAsync(id, reason, OrderedBy.Of(context), CancellationToken.None));
    }
}
