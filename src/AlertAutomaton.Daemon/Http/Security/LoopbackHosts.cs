using System.Net;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http.Security;

/// <summary>
/// Answers only requests that name this machine as host: a web page that makes its own name point here (DNS rebinding) is refused
/// before it reads anything.
/// </summary>
internal static class LoopbackHosts
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        {
            await next(context);
            return;
        }

        await ProblemAnswers.Of(context, ProblemKind.WrongHost).ExecuteAsync(context);
    }
}
