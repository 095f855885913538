using System.Net.Http.Headers;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Http;
using AlertAutomaton.Daemon.Http.Security;
using AlertAutomaton.Daemon.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.Http;

/// <summary>The real HTTP face on a free port with a desk double behind it.</summary>
internal sealed class HttpFaceFixture : IAsyncDisposable
{
    private readonly string _directory;
    private readonly PrometheusExporter _exporter;
    private readonly HttpFace _face;

    private HttpFaceFixture(string directory, DeskDouble desk, ScheduleDeskDouble schedules, PrometheusExporter exporter, HttpFace face, string token)
    {
        _directory = directory;
        _exporter = exporter;
        _face = face;
        Desk = desk;
        Schedules = schedules;
        Token = token;
        Client = new HttpClient { BaseAddress = new Uri(face.Urls[0]) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public DeskDouble Desk { get; }

    public ScheduleDeskDouble Schedules { get; }

    public HttpClient Client { get; }

    public string Token { get; }

    public static async Task<HttpFaceFixture> StartAsync(int maxBodyMegabytes = 1)
    {
        var directory = Directory.CreateTempSubdirectory("alertautomaton-http").FullName;
        var token = ApiToken.Open(directory);
        var desk = new DeskDouble();
        var schedules = new ScheduleDeskDouble();
        var exporter = new PrometheusExporter();
        var options = new HttpOptions { Urls = ["http://127.0.0.1:0"], MaxBodyMegabytes = maxBodyMegabytes };
        var face = await HttpFace.StartAsync(options, desk, schedules, new PhoneDeskDouble(), new DutyConsoleDouble(), token, exporter, NullLoggerFactory.Instance, CancellationToken.None);
        return new HttpFaceFixture(directory, desk, schedules, exporter, face, token.Value);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _face.DisposeAsync();
        _exporter.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
