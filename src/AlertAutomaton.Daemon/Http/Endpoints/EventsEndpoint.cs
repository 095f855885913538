using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using AlertAutomaton.Contracts.Events;
using AlertAutomaton.Daemon.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /api/v1/events</c>: live progress as server-sent events; <c>Last-Event-ID</c> goes on where a client was cut off.</summary>
internal static class EventsEndpoint
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/events", Handle);

    private static ServerSentEventsResult<LiveEvent> Handle(HttpContext context, IAlertDesk desk, IHostApplicationLifetime lifetime)
    {
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        _ = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return TypedResults.ServerSentEvents(ItemsAsync(desk, after, context.RequestAborted, lifetime.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<LiveEvent>> ItemsAsync(
        IAlertDesk desk, long after, CancellationToken aborted, [EnumeratorCancellation] CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        await foreach (var happened in desk.EventsAsync(after, end.Token))
        {
            yield return new SseItem<LiveEvent>(happened, happened.Kind)
            {
                EventId = happened.Sequence.ToString(CultureInfo.InvariantCulture),
                ReconnectionInterval = Reconnect,
            };
        }
    }
}
