using AlertAutomaton.Channels.Email;
using AlertAutomaton.Daemon.Links.Pages;

namespace AlertAutomaton.Daemon.Links;

/// <summary>Sends pages in the language of the household, else of the browser, else of the organisation.</summary>
/// <param name="ownLanguage">The language of the organisation (BCP 47).</param>
internal sealed class LinkAnswerer(string ownLanguage)
{
    private const string Html = "text/html; charset=utf-8";
    private const int RetrySeconds = 60;

    /// <summary>A page that only says something; the same bytes for everything that is not there.</summary>
    public Task SayAsync(HttpContext context, string what, int status)
    {
        if (status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return SendAsync(context, LinkPage.Saying(LinkWords.InFirstOf([.. Accepted(context), ownLanguage]), what), status);
    }

    /// <summary>The page of a link.</summary>
    public Task ShowAsync(HttpContext context, LinkView view, int status) => SendAsync(
        context,
        LinkPage.Of(
            view,
            LinkWords.InFirstOf([view.Language, .. Accepted(context), ownLanguage]),
            notRecorded: status != StatusCodes.Status200OK,
            AcknowledgementLinks.OptionOf(context.Request.Query[AcknowledgementLinks.AnswerParameter])),
        status);

    private static Task SendAsync(HttpContext context, string page, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Html;
        return context.Response.WriteAsync(page, context.RequestAborted);
    }

    private static IEnumerable<string> Accepted(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "");
}
