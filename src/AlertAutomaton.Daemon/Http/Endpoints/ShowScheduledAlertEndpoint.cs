using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/scheduled-alerts/{id}</c>: one planned alert with what became of its latest moments.</summary>
internal static class ShowScheduledAlertEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/scheduled-alerts/{id:guid}", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IScheduleDesk desk, Guid id, CancellationToken cancel) =>
        await desk.FindAsync(id, cancel) is { } alert ? Results.Ok(alert) : ProblemAnswers.Of(context, ProblemKind.UnknownScheduledAlert);
}
