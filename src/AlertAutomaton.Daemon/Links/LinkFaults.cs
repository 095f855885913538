using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Daemon.Links;

/// <summary>Says to the resident that the page failed, and to the log why; the address, which is a secret, is never part of it.</summary>
internal sealed class LinkFaults(RequestDelegate next, LinkAnswerer answerer, ILogger<LinkFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away; there is nobody to answer.
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await answerer.SayAsync(context, "broken", refused.StatusCode);
        }
        catch (AlertStoreException fault) when (!context.Response.HasStarted)
        {
            LinkLog.StoreFailed(log, fault.Message);
            await answerer.SayAsync(context, "broken", StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LinkLog.PageFailed(log, fault);
            await answerer.SayAsync(context, "broken", StatusCodes.Status500InternalServerError);
        }
    }
}
