using System.Globalization;
using System.Net;
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
    private readonly DaemonConnection _connection;

    public HttpAlertDesk(Uri address, string? token, OperatorTexts texts)
    {
        _connection = new DaemonConnection(address, token, texts);
        Schedules = new HttpScheduleDesk(_connection);
        Phones = new HttpPhoneDesk(_connection);
        Duty = new HttpDutyConsole(_connection);
    }

    /// <summary>Where alerts are planned; shares the connection of this desk.</summary>
    public HttpScheduleDesk Schedules { get; }

    /// <summary>Who phones in, and what they may launch.</summary>
    public HttpPhoneDesk Phones { get; }

    /// <summary>Who is on duty, and what waits for them.</summary>
    public HttpDutyConsole Duty { get; }

    public async Task<LaunchOutcome> LaunchAsync(LaunchAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts") { Content = JsonContent.Create(order) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await _connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new LaunchOutcome.Accepted(await _connection.ReadAsync<LaunchAlertResponse>(answer, cancel));
        }

        var problem = await _connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new LaunchOutcome.Invalid(problem.Errors.Count > 0 ? problem.Errors : [new FieldProblem("", problem.Detail ?? "")]),
            HttpStatusCode.Conflict => new LaunchOutcome.KeyConflict(),
            HttpStatusCode.Forbidden => new LaunchOutcome.OverQuota(problem.Detail ?? ""),
            HttpStatusCode.InsufficientStorage => new LaunchOutcome.NoSpace(problem.Detail ?? ""),
            HttpStatusCode.ServiceUnavailable => new LaunchOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }

    public async Task<ForecastOutcome> ForecastAsync(LaunchAlertRequest order, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/forecast") { Content = JsonContent.Create(order) };
        using var answer = await _connection.SendAsync(message, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new ForecastOutcome.Known(await _connection.ReadAsync<ForecastResource>(answer, cancel));
        }

        var problem = await _connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode == HttpStatusCode.BadRequest ? new ForecastOutcome.Invalid(problem.Errors) : throw DaemonConnection.Unforeseen(problem);
    }

    public Task<AlertPage> ListAsync(string? after, int limit, CancellationToken cancel)
    {
        var cursor = after is null ? "" : "&after=" + Uri.EscapeDataString(after);
        return _connection.GetAsync<AlertPage>(string.Create(CultureInfo.InvariantCulture, $"/api/v1/alerts?limit={limit}{cursor}"), cancel);
    }

    public Task<AlertResource?> FindAsync(Guid alert, CancellationToken cancel) =>
        _connection.FindAsync<AlertResource>($"/api/v1/alerts/{alert}", cancel);

    public async Task<ChangeOutcome> ChangeAsync(Guid alert, AlertChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/alerts/{alert}/{change.ToString().ToLowerInvariant()}")
        {
            Content = JsonContent.Create(new ChangeAlertRequest { Reason = reason }),
        };
        using var answer = await _connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new ChangeOutcome.Done(await _connection.ReadAsync<AlertResource>(answer, cancel));
        }

        var problem = await _connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound => new ChangeOutcome.Unknown(),
            HttpStatusCode.Conflict => new ChangeOutcome.NotPossible(await FindAsync(alert, cancel) ?? throw DaemonConnection.Unforeseen(problem)),
            HttpStatusCode.ServiceUnavailable => new ChangeOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }

    public async IAsyncEnumerable<LiveEvent> EventsAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Last-Event-ID", afterSequence.ToString(CultureInfo.InvariantCulture));
        using var answer = await _connection.SendAsync(request, cancel);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var items = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<LiveEvent>(data, JsonOutput.Options)!);
        await foreach (var item in items.EnumerateAsync(cancel))
        {
            yield return item.Data;
        }
    }

    public Task<DaemonStatus> StatusAsync(CancellationToken cancel) => _connection.GetAsync<DaemonStatus>("/api/v1/status", cancel);

    public Task<UsageResource> UsageAsync(CalendarMonth? month, CancellationToken cancel) =>
        _connection.GetAsync<UsageResource>("/api/v1/usage" + (month is { } asked ? $"?month={asked}" : ""), cancel);

    public Task<VerificationResource?> VerifyAsync(Guid alert, CancellationToken cancel) =>
        _connection.FindAsync<VerificationResource>($"/api/v1/alerts/{alert}/verification", cancel);

    public async Task ExportJournalAsync(Guid alert, Stream output, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/alerts/{alert}/journal");
        using var answer = await _connection.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw DaemonConnection.Unforeseen(await _connection.ReadAsync<ApiProblem>(answer, cancel));
        }

        await answer.Content.CopyToAsync(output, cancel);
    }

    public HealthReport Health() => throw new NotSupportedException("A remote daemon is asked by StatusAsync.");

    public void Dispose() => _connection.Dispose();
}
