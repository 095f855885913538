using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Http.Endpoints;
using AlertAutomaton.Daemon.Http.Problems;
using AlertAutomaton.Daemon.Http.Security;
using AlertAutomaton.Daemon.Metrics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AlertAutomaton.Daemon.Http;

/// <summary>The HTTP face of the daemon: wires Kestrel, its limits and one file per endpoint.</summary>
internal sealed class HttpFace : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HttpFace(WebApplication application) => _application = application;

    /// <summary>The addresses that are really listened on, with the real port where 0 was configured.</summary>
    public IReadOnlyList<string> Urls =>
        [.. _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public static async Task<HttpFace> StartAsync(
        HttpOptions options, IAlertDesk desk, IScheduleDesk schedules, IPhoneDesk phones, IDutyConsole duty, ApiToken token, PrometheusExporter exporter, ILoggerFactory loggers, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(schedules);
        builder.Services.AddSingleton(phones);
        builder.Services.AddSingleton(duty);
        builder.Services.AddSingleton(exporter);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = options.MaxBodyMegabytes * 1024L * 1024L;
            server.Limits.MaxConcurrentConnections = options.MaxConnections;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });

        var application = builder.Build();
        application.UseMiddleware<FaultAnswers>();
        application.Use(RequestLanguage.InvokeAsync);
        application.Use(LoopbackHosts.InvokeAsync);
        MapEndpoints(application, new TokenGuard(token));
        try
        {
            await application.StartAsync(cancel);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return new HttpFace(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void MapEndpoints(WebApplication application, TokenGuard guard)
    {
        LiveEndpoint.Map(application);
        ReadyEndpoint.Map(application);
        MetricsEndpoint.Map(application);
        StatusEndpoint.Map(application);
        UsageEndpoint.Map(application);
        EventsEndpoint.Map(application);
        ListAlertsEndpoint.Map(application);
        ShowAlertEndpoint.Map(application);
        VerificationEndpoint.Map(application).AddEndpointFilter(guard);
        JournalEndpoint.Map(application).AddEndpointFilter(guard);
        LaunchEndpoint.Map(application).AddEndpointFilter(guard);
        ForecastEndpoint.Map(application).AddEndpointFilter(guard);
        foreach (var change in Enum.GetValues<AlertChange>())
        {
            ChangeAlertEndpoint.Map(application, change).AddEndpointFilter(guard);
        }

        ListScheduledAlertsEndpoint.Map(application);
        ShowScheduledAlertEndpoint.Map(application);
        PlanEndpoint.Map(application).AddEndpointFilter(guard);
        foreach (var change in Enum.GetValues<ScheduleChange>())
        {
            ChangeScheduledAlertEndpoint.Map(application, change).AddEndpointFilter(guard);
        }

        MapPhones(application, guard);
        application.MapFallback((HttpContext context) => ProblemAnswers.Of(context, ProblemKind.UnknownAddress));
    }
    // Names and numbers of people are in all of them: none is answered without the token.
    private static void MapPhones(WebApplication application, TokenGuard guard)
    {
        ListOperatorsEndpoint.Map(application).AddEndpointFilter(guard);
        ShowOperatorEndpoint.Map(application).AddEndpointFilter(guard);
        AddOperatorEndpoint.Map(application).AddEndpointFilter(guard);
        RemoveOperatorEndpoint.Map(application).AddEndpointFilter(guard);
        SetPinEndpoint.Map(application).AddEndpointFilter(guard);
        UnlockOperatorEndpoint.Map(application).AddEndpointFilter(guard);
        ListScenariosEndpoint.Map(application).AddEndpointFilter(guard);
        ShowScenarioEndpoint.Map(application).AddEndpointFilter(guard);
        ImportScenariosEndpoint.Map(application).AddEndpointFilter(guard);
        RemoveScenarioEndpoint.Map(application).AddEndpointFilter(guard);
        ListCallbacksEndpoint.Map(application).AddEndpointFilter(guard);
        ShowDutyEndpoint.Map(application).AddEndpointFilter(guard);
        ListDutyMattersEndpoint.Map(application).AddEndpointFilter(guard);
        NoteDutyMatterEndpoint.Map(application).AddEndpointFilter(guard);
        ResolveDutyMatterEndpoint.Map(application).AddEndpointFilter(guard);
        PrepareDutyDraftEndpoint.Map(application).AddEndpointFilter(guard);
        ListClosedCallbacksEndpoint.Map(application).AddEndpointFilter(guard);
        CloseCallbackEndpoint.Map(application).AddEndpointFilter(guard);
    }
}
