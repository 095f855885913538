using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Events;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Contracts.Verification;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The desk of a running daemon, reached by its HTTP face.</summary>
internal sealed class HttpAlertDesk : IAlertDesk, IDisposable
{
    // A launch of a million households is read, rendered and synced before it is answered.
    private static readonly TimeSpan LaunchPatience = TimeSpan.FromMinutes(10);

    private readonly HttpClient _client;
    private readonly OperatorTexts _texts;

    public HttpAlertDesk(Uri address, string? token, OperatorTexts texts)
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

    public async Task<LaunchOutcome> LaunchAsync(LaunchAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts") { Content = JsonContent.Create(order) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new LaunchOutcome.Accepted(await ReadAsync<LaunchAlertResponse>(answer, cancel));
        }

        var problem = await ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new LaunchOutcome.Invalid(problem.Errors.Count > 0 ? problem.Errors : [new FieldProblem("", problem.Detail ?? "")]),
            HttpStatusCode.Conflict => new LaunchOutcome.KeyConflict(),
            HttpStatusCode.Forbidden => new LaunchOutcome.OverQuota(problem.Detail ?? ""),
            HttpStatusCode.InsufficientStorage => new LaunchOutcome.NoSpace(problem.Detail ?? ""),
            HttpStatusCode.ServiceUnavailable => new LaunchOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw Unforeseen(problem),
        };
    }

    public async Task<ForecastOutcome> ForecastAsync(LaunchAlertRequest order, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/forecast") { Content = JsonContent.Create(order) };
        using var answer = await SendAsync(message, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new ForecastOutcome.Known(await ReadAsync<ForecastResource>(answer, cancel));
        }

        var problem = await ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode == HttpStatusCode.BadRequest ? new ForecastOutcome.Invalid(problem.Errors) : throw Unforeseen(problem);
    }

    public Task<AlertPage> ListAsync(string? after, int limit, CancellationToken cancel)
    {
        var cursor = after is null ? "" : "&after=" + Uri.EscapeDataString(after);
        return GetAsync<AlertPage>(string.Create(CultureInfo.InvariantCulture, $"/api/v1/alerts?limit={limit}{cursor}"), cancel);
    }

    public async Task<AlertResource?> FindAsync(Guid alert, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/alerts/{alert}");
        using var answer = await SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return answer.IsSuccessStatusCode ? await ReadAsync<AlertResource>(answer, cancel) : throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
    }

    public async Task<ChangeOutcome> ChangeAsync(Guid alert, AlertChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/alerts/{alert}/{change.ToString().ToLowerInvariant()}")
        {
            Content = JsonContent.Create(new ChangeAlertRequest { Reason = reason }),
        };
        using var answer = await SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new ChangeOutcome.Done(await ReadAsync<AlertResource>(answer, cancel));
        }

        var problem = await ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound => new ChangeOutcome.Unknown(),
            HttpStatusCode.Conflict => new ChangeOutcome.NotPossible(await FindAsync(alert, cancel) ?? throw Unforeseen(problem)),
            HttpStatusCode.ServiceUnavailable => new ChangeOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw Unforeseen(problem),
        };
    }

    public async IAsyncEnumerable<LiveEvent> EventsAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Last-Event-ID", afterSequence.ToString(CultureInfo.InvariantCulture));
        using var answer = await SendAsync(request, cancel);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var items = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<LiveEvent>(data, JsonOutput.Options)!);
        await foreach (var item in items.EnumerateAsync(cancel))
        {
            yield return item.Data;
        }
    }

    public Task<DaemonStatus> StatusAsync(CancellationToken cancel) => GetAsync<DaemonStatus>("/api/v1/status", cancel);

    public Task<UsageResource> UsageAsync(CalendarMonth? month, CancellationToken cancel) =>
        GetAsync<UsageResource>("/api/v1/usage" + (month is { } asked ? $"?month={asked}" : ""), cancel);

    public async Task<VerificationResource?> VerifyAsync(Guid alert, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/alerts/{alert}/verification");
        using var answer = await SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return answer.IsSuccessStatusCode ? await ReadAsync<VerificationResource>(answer, cancel) : throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
    }

    public async Task ExportJournalAsync(Guid alert, Stream output, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/alerts/{alert}/journal");
        using var answer = await SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
        }

        await answer.Content.CopyToAsync(output, cancel);
    }

    public HealthReport Health() => throw new NotSupportedException("A remote daemon is asked by StatusAsync.");

    public void Dispose() => _client.Dispose();

    private async Task<T> GetAsync<T>(string address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? await ReadAsync<T>(answer, cancel) : throw Unforeseen(await ReadAsync<ApiProblem>(answer, cancel));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
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

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancel)
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

    private static DaemonUnavailableException Unforeseen(ApiProblem problem) => new($"{problem.Title}. {problem.Detail}");
}
