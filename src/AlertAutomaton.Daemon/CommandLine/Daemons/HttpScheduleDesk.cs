using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The desk for planned alerts of a running daemon, reached by its HTTP face.</summary>
internal sealed class HttpScheduleDesk(DaemonConnection connection) : IScheduleDesk
{
    private const string Address = "/api/v1/scheduled-alerts";

    public async Task<PlanOutcome> PlanAsync(PlanAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(order) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new PlanOutcome.Accepted(await connection.ReadAsync<PlanAlertResponse>(answer, cancel));
        }

        var problem = await connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new PlanOutcome.Invalid(problem.Errors.Count > 0 ? problem.Errors : [new FieldProblem("", problem.Detail ?? "")]),
            HttpStatusCode.Conflict => new PlanOutcome.KeyConflict(),
            HttpStatusCode.InsufficientStorage => new PlanOutcome.NoSpace(problem.Detail ?? ""),
            HttpStatusCode.ServiceUnavailable => new PlanOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }

    public Task<ScheduledAlertPage> ListAsync(string? after, int limit, CancellationToken cancel)
    {
        var cursor = after is null ? "" : "&after=" + Uri.EscapeDataString(after);
        return connection.GetAsync<ScheduledAlertPage>(string.Create(CultureInfo.InvariantCulture, $"{Address}?limit={limit}{cursor}"), cancel);
    }

    public Task<ScheduledAlertResource?> FindAsync(Guid alert, CancellationToken cancel) =>
        connection.FindAsync<ScheduledAlertResource>($"{Address}/{alert}", cancel);

    public async Task<ScheduleChangeOutcome> ChangeAsync(Guid alert, ScheduleChange change, string? reason, string orderedBy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{alert}/{change.ToString().ToLowerInvariant()}")
        {
            Content = JsonContent.Create(new ChangeAlertRequest { Reason = reason }),
        };
        using var answer = await connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new ScheduleChangeOutcome.Done(await connection.ReadAsync<ScheduledAlertResource>(answer, cancel));
        }

        var problem = await connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound => new ScheduleChangeOutcome.Unknown(),
            HttpStatusCode.Conflict => new ScheduleChangeOutcome.NotPossible(await FindAsync(alert, cancel) ?? throw DaemonConnection.Unforeseen(problem)),
            HttpStatusCode.ServiceUnavailable => new ScheduleChangeOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }
}
