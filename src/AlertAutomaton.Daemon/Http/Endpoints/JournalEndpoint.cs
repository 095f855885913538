using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/alerts/{id}/journal</c>: the sealed journal, which <c>verify FILE</c> checks anywhere. Holds names and numbers: wants the token.</summary>
internal static class JournalEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/alerts/{id:guid}/journal", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, Guid id, CancellationToken cancel) =>
        await desk.FindAsync(id, cancel) is null
            ? ProblemAnswers.Of(context, ProblemKind.UnknownAlert)
            : Results.Stream(output => desk.ExportJournalAsync(id, output, context.RequestAborted), "application/x-ndjson", $"alert-{id}.journal");
}
