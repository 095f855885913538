using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlertAutomaton.Speech.Tests.Http;

/// <summary>A small voice server on loopback that keeps what it was asked and answers as a test tells it.</summary>
internal sealed class VoiceServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<VoiceRequest, VoiceAnswer> _answer;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public VoiceServer(Func<VoiceRequest, VoiceAnswer> answer)
    {
        _answer = answer;
        BaseUrl = Listen(_listener);
        _serving = ServeAsync();
    }

    public string BaseUrl { get; }

    public List<VoiceRequest> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _stopped.SetResult();
        await _serving;
        _listener.Close();
    }

    // Another program may take the port between looking and listening: then the next one is tried.
    private static string Listen(HttpListener listener)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            listener.Prefixes.Clear();
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return url;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            // Stopping the listener does not always wake a GetContextAsync that has just begun; the signal does.
            var next = _listener.GetContextAsync();
            if (await Task.WhenAny(next, _stopped.Task) != next)
                return;
            await AnswerAsync(await next);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var headers = context.Request.Headers.AllKeys.OfType<string>()
            .ToDictionary(name => name, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        var request = new VoiceRequest(context.Request.HttpMethod, context.Request.Url!.PathAndQuery, headers, await reader.ReadToEndAsync());
        Requests.Add(request);
        var answer = _answer(request);
        if (answer.Hold is { } hold)
            await hold;
        try
        {
            context.Response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                context.Response.AddHeader(name, value);
            context.Response.SendChunked = true;
            await context.Response.OutputStream.WriteAsync(answer.Body);
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away, as some tests want.
        }
    }
}
