using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http;

/// <summary>Turns what nobody foresaw into a problem without inner details; the details go to the log.</summary>
internal sealed class FaultAnswers(RequestDelegate next, ILogger<FaultAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            var kind = refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? ProblemKind.TooLarge : ProblemKind.NotJson;
            await ProblemAnswers.Of(context, kind).ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            HttpLog.RequestFailed(log, fault, context.Request.Method, context.Request.Path);
            await ProblemAnswers.Of(context, ProblemKind.Fault).ExecuteAsync(context);
        }
    }
}
