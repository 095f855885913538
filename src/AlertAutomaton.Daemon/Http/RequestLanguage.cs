using System.Globalization;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http;

/// <summary>Answers a request in the language that it prefers, whatever the language of the service's account is.</summary>
internal static class RequestLanguage
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentUICulture = ProblemAnswers.TextsFor(context).Culture;
        return next(context);
    }
}
