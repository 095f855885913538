using System.Net;
using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http;
using AlertAutomaton.Daemon.Http.Security;
using AlertAutomaton.Daemon.Links;
using AlertAutomaton.Daemon.Metrics;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The service: the engine with its HTTP face and the beacon by which commands find it.</summary>
internal sealed class DaemonHost : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly HttpFace _face;
    private readonly LinkFace? _links;
    private readonly PrometheusExporter _exporter;
    private readonly DaemonMeters _meters;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private Task? _ending;

    private DaemonHost(Engine engine, HttpFace face, LinkFace? links, PrometheusExporter exporter, DaemonMeters meters, ILogger log)
    {
        _engine = engine;
        _face = face;
        _links = links;
        _exporter = exporter;
        _meters = meters;
        _log = log;
    }

    public IAlertDesk Desk => _engine.Desk;

    public Task StoreLost => _engine.StoreLost;

    public IReadOnlyList<string> Urls => _face.Urls;

    /// <summary>Where the pages of acknowledgement links are served; empty where there are none.</summary>
    public IReadOnlyList<string> LinkUrls => _links?.Urls ?? [];

    /// <summary>Where calls come in.</summary>
    public IReadOnlyList<IPEndPoint> SipEndPoints => _engine.SipEndPoints;

    public int ResumedAlerts => _engine.ResumedAlerts;

    /// <exception cref="EngineStartException">Something that the daemon needs is missing or taken.</exception>
    public static async Task<DaemonHost> StartAsync(
        DaemonOptions options, EngineExtras extras, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var log = loggers.CreateLogger<DaemonHost>();
        var begun = time.GetTimestamp();
        HostLog.Starting(log, Engine.Version, options.DataDirectory);
        foreach (var (option, value) in EffectiveValues.Of(options))
        {
            HostLog.EffectiveValue(log, option, value);
        }

        var engine = await Engine.StartAsync(options, extras with { ServesLinks = true }, texts, time, loggers, cancel);
        var exporter = new PrometheusExporter();
        var meters = new DaemonMeters(engine.Readings, exporter);
        LinkFace? links = null;
        try
        {
            links = await StartLinksAsync(options, engine, texts, time, loggers, cancel);
            var face = await HttpFace.StartAsync(options.Http, engine.Desk, engine.Schedules, engine.Phones, engine.Duty, ApiToken.Open(engine.DataDirectory), exporter, loggers, cancel);
            new DaemonBeacon(face.Urls[0], Environment.ProcessId, time.GetUtcNow()).Write(engine.DataDirectory);
            HostLog.Ready(log, time.GetElapsedTime(begun).TotalMilliseconds, engine.ResumedAlerts);
            return new DaemonHost(engine, face, links, exporter, meters, log);
        }
        catch (Exception refused)
        {
            meters.Dispose();
            exporter.Dispose();
            if (links is not null)
            {
                await links.DisposeAsync();
            }

            await engine.DisposeAsync();
            if (refused is IOException)
            {
                throw new EngineStartException(texts.Format("host.http-refused", string.Join(", ", options.Http.Urls), refused.Message), refused);
            }

            throw;
        }
    }

    /// <summary>Ends in good order: no new calls, no new orders, then the store.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _ending ??= EndAsync();
        }

        return new ValueTask(_ending);
    }

    private static async Task<LinkFace?> StartLinksAsync(
        DaemonOptions options, Engine engine, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        if (engine.Links is not { } desk)
        {
            return null;
        }

        try
        {
            return await LinkFace.StartAsync(options.Links, desk, options.Speech.Languages[0], time, loggers, cancel);
        }
        catch (IOException refused)
        {
            throw new EngineStartException(texts.Format("host.links-refused", string.Join(", ", options.Links.Urls), refused.Message), refused);
        }
    }

    private async Task EndAsync()
    {
        HostLog.Stopping(_log);
        DaemonBeacon.Remove(_engine.DataDirectory);

        // Calls first: closing the face waits for its clients, and nobody may be rung up meanwhile.
        var calls = _engine.EndCallsAsync();
        await _face.DisposeAsync();
        if (_links is not null)
        {
            await _links.DisposeAsync();
        }

        _meters.Dispose();
        _exporter.Dispose();
        await calls;
        await _engine.DisposeAsync();
        HostLog.Stopped(_log);
    }
}
