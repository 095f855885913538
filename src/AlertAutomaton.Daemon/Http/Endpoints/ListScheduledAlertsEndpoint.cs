using System.Globalization;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/scheduled-alerts?after=…&amp;limit=…</c>: one page of planned alerts, the latest planned first.</summary>
internal static class ListScheduledAlertsEndpoint
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 500;
    private const int LongestCursor = 200;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/scheduled-alerts", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IScheduleDesk desk, string? after, string? limit, CancellationToken cancel)
    {
        var rows = DefaultLimit;
        if ((limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) || rows is < 1 or > MostLimit)) || after?.Length > LongestCursor)
        {
            return ProblemAnswers.Of(context, ProblemKind.InvalidQuery);
        }

        return Results.Ok(await desk.ListAsync(after, rows, cancel));
    }
}
