using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/usage?month=2026-11</c>: what a month used and cost; the present month where none is named.</summary>
internal static class UsageEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/usage", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAlertDesk desk, string? month, CancellationToken cancel)
    {
        CalendarMonth? asked = null;
        if (month is not null)
        {
            if (!CalendarMonth.TryParse(month, out var read))
            {
                return ProblemAnswers.Of(context, ProblemKind.InvalidQuery);
            }

            asked = read;
        }

        return Results.Ok(await desk.UsageAsync(asked, cancel));
    }
}
