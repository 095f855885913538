using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Security;

/// <summary>Lets requests that change something pass only with the token (RFC 6750: <c>Authorization: Bearer …</c>).</summary>
internal sealed class TokenGuard(ApiToken token) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        var presented = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
        if (token.Matches(presented))
        {
            return await next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemAnswers.Of(context.HttpContext, ProblemKind.NotAllowed);
    }
}
