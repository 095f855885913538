using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AlertAutomaton.Daemon.Http.Security;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A client of a daemon's HTTP face that holds its token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri url, TownFixture town)
    {
        _http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken.Read(Path.Combine(town.Directory, "data"))!.Value);
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public static object Order(IEnumerable<string> numbers, string title = "River", int lifetimeSeconds = 3600) => new
    {
        title,
        kind = "exercise",
        lifetimeSeconds,
        messages = new[] { new { language = "fr", prompt = "sample-flood-message" } },
        recipients = numbers.Select((number, i) => new { name = $"Household {i + 1}", language = "fr", phones = new[] { number } }).ToArray(),
    };

    public async Task<(HttpStatusCode Status, JsonElement Body)> LaunchAsync(object order, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts") { Content = JsonContent.Create(order) };
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, byte[] body, string contentType, string key = "raw")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain("   at AlertAutomaton", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text);
        return (answer.StatusCode, document.RootElement.Clone());
    }
}
