using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The duty chain of a running daemon, reached by its HTTP face.</summary>
internal sealed class HttpDutyConsole(DaemonConnection connection) : IDutyConsole
{
    private const string Duty = "/api/v1/duty";

    public Task<DutyResource> ShowAsync(CancellationToken cancel) => connection.GetAsync<DutyResource>(Duty, cancel);

    public Task<IReadOnlyList<DutyMatterResource>> ListAsync(CancellationToken cancel) => connection.GetAsync<IReadOnlyList<DutyMatterResource>>(Duty + "/matters", cancel);

    public Task<DutyOutcome> NoteAsync(Guid matter, string operatorNumber, CancellationToken cancel) =>
        SendAsync(string.Create(CultureInfo.InvariantCulture, $"{Duty}/matters/{matter}/note"), JsonContent.Create(new NoteDutyMatterRequest { Operator = operatorNumber }), null, cancel);

    public Task<DutyOutcome> ResolveAsync(Guid matter, string? reason, string orderedBy, CancellationToken cancel) =>
        SendAsync(string.Create(CultureInfo.InvariantCulture, $"{Duty}/matters/{matter}/resolve"), reason is null ? null : JsonContent.Create(new ChangeAlertRequest { Reason = reason }), null, cancel);

    public Task<DutyOutcome> PrepareAsync(PrepareDutyDraftRequest order, string idempotencyKey, CancellationToken cancel) =>
        SendAsync(Duty + "/drafts", JsonContent.Create(order), idempotencyKey, cancel);

    private async Task<DutyOutcome> SendAsync(string address, HttpContent? content, string? key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new DutyOutcome.Done(await connection.ReadAsync<DutyMatterResource>(answer, cancel));
        }

        var problem = await connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new DutyOutcome.Invalid(problem.Errors.Count > 0 ? problem.Errors : [new FieldProblem("", problem.Detail ?? "")]),
            HttpStatusCode.NotFound => new DutyOutcome.Unknown(),
            HttpStatusCode.Conflict => new DutyOutcome.NotPossible(problem.Detail ?? ""),
            HttpStatusCode.ServiceUnavailable => new DutyOutcome.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }
}
