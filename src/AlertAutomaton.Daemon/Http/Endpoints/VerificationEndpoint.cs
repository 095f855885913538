using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/alerts/{id}/verification</c>: walks the journal and compares it with the rows. Reads everything of an alert: wants the token.</summary>
internal static class VerificationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/alerts/{id:guid}/verification", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, Guid id, CancellationToken cancel) =>
        await desk.VerifyAsync(id, cancel) is { } report ? Results.Ok(report) : ProblemAnswers.Of(context, ProblemKind.UnknownAlert);
}
