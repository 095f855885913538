using System.Net;
using AlertAutomaton.Alerting.Links;
using AlertAutomaton.Daemon.Links.Guesses;
using Microsoft.AspNetCore.WebUtilities;

namespace AlertAutomaton.Daemon.Links;

/// <summary>
/// <c>GET /a/{token}</c> shows, <c>POST /a/{token}</c> answers. A GET never acknowledges: mail scanners and message previews follow
/// every link that they see.
/// </summary>
internal sealed class LinkEndpoint(ILinkDesk desk, GuessLimiter guesses, LinkAnswerer answerer, ILogger<LinkEndpoint> log)
{
    private const string Route = LinkAddress.Path + "{token}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Route, ["GET", "HEAD"], ShowAsync);
        routes.MapPost(Route, AnswerAsync);
        routes.MapFallback("{*path}", context => answerer.SayAsync(context, "gone", StatusCodes.Status404NotFound));
    }

    private async Task ShowAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } view)
        {
            await answerer.ShowAsync(context, view, StatusCodes.Status200OK);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } view)
        {
            return;
        }

        if (view.IsOver)
        {
            // Too late to count, and on file all the same; the page says that it is over.
            if (LinkAnswers.For(view).Find(await ReadAnswerAsync(context)) is { } late && view.OnFile != late.Option)
            {
                await desk.AnswerAsync(view, late.Option);
            }

            await answerer.ShowAsync(context, view, StatusCodes.Status200OK);
            return;
        }

        if (LinkAnswers.For(view).Find(await ReadAnswerAsync(context)) is not { } choice)
        {
            await answerer.ShowAsync(context, view, StatusCodes.Status400BadRequest);
            return;
        }

        // Pressed twice it is recorded once.
        if (view.OnFile == choice.Option)
        {
            await answerer.ShowAsync(context, view, StatusCodes.Status200OK);
            return;
        }

        if (await desk.AnswerAsync(view, choice.Option))
        {
            await answerer.ShowAsync(context, view with { OnFile = choice.Option }, StatusCodes.Status200OK);
            return;
        }

        LinkLog.NotRecorded(log, view.Alert.Value, view.Recipient.Value);
        await answerer.ShowAsync(context, view, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>What the link leads to; null when the answer has been given here: too many guesses, or nothing there.</summary>
    private async Task<LinkView?> FindAsync(HttpContext context)
    {
        IPAddress source = SourceAddress.Of(context.Connection.RemoteIpAddress, context.Request.Headers["X-Forwarded-For"].LastOrDefault());
        if (!guesses.TryTake(source))
        {
            await answerer.SayAsync(context, "busy", StatusCodes.Status429TooManyRequests);
            return null;
        }

        var token = (string)context.Request.RouteValues["token"]!;
        if (LinkTokens.IsWellFormed(token) && await desk.FindAsync(token, context.RequestAborted) is { } view)
        {
            guesses.GiveBack(source);
            return view;
        }

        await answerer.SayAsync(context, "gone", StatusCodes.Status404NotFound);
        return null;
    }

    private static async Task<string?> ReadAnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync(context.RequestAborted));
        return form.TryGetValue("answer", out var values) && values.Count == 1 ? values[0] : null;
    }
}
