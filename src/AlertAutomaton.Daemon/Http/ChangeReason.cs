using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Http.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace AlertAutomaton.Daemon.Http;

/// <summary>The optional body of a change: the reason that an operator gives.</summary>
internal static class ChangeReason
{
    private const int Longest = 500;

    /// <summary>The reason, or the answer that says what is wrong with the body.</summary>
    public static async Task<(string? Reason, IResult? Refusal)> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return (null, null);
        }

        var (body, refusal) = await JsonBody.ReadAsync<ChangeAlertRequest>(context, cancel);
        return body is null ? (null, refusal)
            : body.Reason?.Length > Longest ? (null, ProblemAnswers.Of(context, ProblemKind.InvalidQuery))
            : (body.Reason, null);
    }
}
