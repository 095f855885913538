using AlertAutomaton.Daemon.Links.Pages;

namespace AlertAutomaton.Daemon.Links;

/// <summary>What every answer of the link listener carries: nothing is kept, indexed, framed, or told to other sites.</summary>
internal static class LinkHeaders
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = LinkStyle.Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        return next(context);
    }
}
