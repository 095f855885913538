using AlertAutomaton.Daemon.Metrics;

namespace AlertAutomaton.Daemon.Http.Endpoints;

/// <summary><c>GET /metrics</c>: Prometheus text format 0.0.4.</summary>
internal static class MetricsEndpoint
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", async (PrometheusExporter exporter, CancellationToken cancel) => Results.Text(await exporter.WriteAsync(cancel), ContentType));
}
