using System.Collections.Concurrent;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Links;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Daemon.Tests.Links;

/// <summary>The real link listener on a free port with a desk double behind it, a clock that stands still, and everything it logs.</summary>
internal sealed class LinkFaceFixture : IAsyncDisposable
{
    private readonly LinkFace _face;
    private readonly ILoggerFactory _loggers;

    private LinkFaceFixture(LinkFace face, LinkDeskDouble desk, ManualTimeProvider clock, ILoggerFactory loggers, ConcurrentQueue<string> log)
    {
        _face = face;
        _loggers = loggers;
        Desk = desk;
        Clock = clock;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(face.Urls[0]) };
    }

    public LinkDeskDouble Desk { get; }

    public ManualTimeProvider Clock { get; }

    public HttpClient Client { get; }

    public ConcurrentQueue<string> Log { get; }

    public static async Task<LinkFaceFixture> StartAsync()
    {
        var log = new ConcurrentQueue<string>();
        var loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(log)));
        var desk = new LinkDeskDouble();
        var clock = new ManualTimeProvider();
        var options = new LinkPageOptions { BaseUrl = "https://alerte.example.org", Urls = ["http://127.0.0.1:0"] };
        var face = await LinkFace.StartAsync(options, desk, "fr", clock, loggers, CancellationToken.None);
        return new LinkFaceFixture(face, desk, clock, loggers, log);
    }

    /// <summary>The page of a token.</summary>
    public async Task<(HttpResponseMessage Answer, string Page)> GetAsync(string token = LinkDeskDouble.Token, string? language = null, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a/" + token);
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        var answer = await Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Presses a button.</summary>
    public async Task<(HttpResponseMessage Answer, string Page)> PressAsync(string value, string token = LinkDeskDouble.Token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("answer", value)]);
        var answer = await Client.PostAsync("/a/" + token, form);
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _face.DisposeAsync();
        _loggers.Dispose();
    }

    private sealed class Recorder(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
