using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>POST /api/v1/duty/drafts</c>: asks whoever is on duty to launch a scenario by key; answers when it is on disk.</summary>
internal static class PrepareDutyDraftEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/duty/drafts", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IDutyConsole console, CancellationToken cancel)
    {
        if (IdempotencyKey.Of(context) is not { } key)
        {
            return ProblemAnswers.Of(context, ProblemKind.MissingIdempotencyKey);
        }

        var (order, refusal) = await JsonBody.ReadAsync<PrepareDutyDraftRequest>(context, cancel);
        return order is null ? refusal! : DutyAnswers.Of(context, await console.PrepareAsync(order, key, CancellationToken.None));
    }
}
