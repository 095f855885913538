using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The way of a command to the HTTP face of a running daemon. What it does not foresee becomes a <see cref="DaemonUnavailableException"/>.</summary>
internal sealed class DaemonConnection : IDisposable
{
    // A launch of a million households is read, rendered and synced before it is answered.
    private static readonly TimeSpan LaunchPatience = TimeSpan.FromMinutes(10);

    private readonly HttpClient _client;
    private readonly OperatorTexts _texts;

    public DaemonConnection(Uri address, string? token, OperatorTexts texts)
    {
        _texts = texts;
        _client = new HttpClient { BaseAddress = address, Timeout = LaunchPatience };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("alertautomaton-cli", "1"));
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(texts.Culture.Name));
        if (token is not null)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What stands at that address, or null when there is nothing.</summary>
    public async Task<T?> FindAsync<T>(string address, CancellationToken cancel)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return answer.IsSuccessStatusCode ? await ReadAsync<T>(answer, cancel) : throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
    }

    public async Task<T> GetAsync<T>(string address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? await ReadAsync<T>(answer, cancel) : throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException unreachable)
        {
            throw new DaemonUnavailableException(_texts.Format("cli.daemon.unreachable", _client.BaseAddress, unreachable.Message));
        }
    }

    public async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(JsonOutput.Options, cancel) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            // Something else listens on that port.
            throw new DaemonUnavailableException(_texts.Format("cli.daemon.not-ours", _client.BaseAddress, (int)answer.StatusCode));
        }
    }

    public static DaemonUnavailableException Unforeseen(ApiProblem problem) => new($"{problem.Title}. {problem.Detail}");
}
