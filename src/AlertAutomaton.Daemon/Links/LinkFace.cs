using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Http.Endpoints;
using AlertAutomaton.Daemon.Links.Guesses;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AlertAutomaton.Daemon.Links;

/// <summary>
/// The listener that the public reaches: the pages of links and <c>/health/live</c>, nothing else. It is another one than the API's, so
/// that a reverse proxy that passes on too much opens nothing.
/// </summary>
internal sealed class LinkFace : IAsyncDisposable
{
    private const int GuessesPerMinute = 30;
    private const int MostSources = 10_000;
    private const int LargestBody = 1024;

    private readonly WebApplication _application;

    private LinkFace(WebApplication application) => _application = application;

    /// <summary>The addresses that are really listened on.</summary>
    public IReadOnlyList<string> Urls =>
        [.. _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <param name="options">Where to listen.</param>
    /// <param name="desk">The engine's side.</param>
    /// <param name="language">The language of the organisation (BCP 47).</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where trouble goes.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public static async Task<LinkFace> StartAsync(
        LinkPageOptions options, ILinkDesk desk, string language, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // The web server logs addresses, and these are secrets: it is given no log at all. Ours are handed over by hand.
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Limits.MaxConcurrentConnections = 1000;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(15);
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });

        var application = builder.Build();
        var answerer = new LinkAnswerer(language);
        application.Use(LinkHeaders.InvokeAsync);
        application.UseMiddleware<LinkFaults>(answerer, loggers.CreateLogger<LinkFaults>());
        LiveEndpoint.Map(application);
        var guesses = new GuessLimiter(GuessesPerMinute, TimeSpan.FromMinutes(1), MostSources, time);
        new LinkEndpoint(desk, guesses, answerer, loggers.CreateLogger<LinkEndpoint>()).Map(application);
        try
        {
            await application.StartAsync(cancel);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return new LinkFace(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
