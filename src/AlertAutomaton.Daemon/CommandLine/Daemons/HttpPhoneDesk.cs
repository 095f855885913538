using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>Operators and scenarios of a running daemon, reached by its HTTP face.</summary>
internal sealed class HttpPhoneDesk(DaemonConnection connection) : IPhoneDesk
{
    private const string Operators = "/api/v1/operators";
    private const string Scenarios = "/api/v1/scenarios";
    private const string Callbacks = "/api/v1/callbacks";

    public Task<IReadOnlyList<OperatorResource>> ListOperatorsAsync(CancellationToken cancel) => connection.GetAsync<IReadOnlyList<OperatorResource>>(Operators, cancel);

    public Task<OperatorResource?> FindOperatorAsync(string number, CancellationToken cancel) => connection.FindAsync<OperatorResource>(Of(number), cancel);

    public Task<PhoneOutcome<OperatorResource>> AddOperatorAsync(AddOperatorRequest order, CancellationToken cancel) =>
        SendAsync<OperatorResource>(HttpMethod.Post, Operators, JsonContent.Create(order), cancel);

    public Task<PhoneOutcome<OperatorResource>> RemoveOperatorAsync(string number, CancellationToken cancel) =>
        SendAsync<OperatorResource>(HttpMethod.Delete, Of(number), null, cancel);

    public Task<PhoneOutcome<OperatorResource>> SetPinAsync(string number, SetPinRequest order, CancellationToken cancel) =>
        SendAsync<OperatorResource>(HttpMethod.Post, Of(number) + "/pin", JsonContent.Create(order), cancel);

    public Task<PhoneOutcome<OperatorResource>> UnlockAsync(string number, CancellationToken cancel) =>
        SendAsync<OperatorResource>(HttpMethod.Post, Of(number) + "/unlock", null, cancel);

    public Task<IReadOnlyList<ScenarioResource>> ListScenariosAsync(CancellationToken cancel) => connection.GetAsync<IReadOnlyList<ScenarioResource>>(Scenarios, cancel);

    public Task<ScenarioResource?> FindScenarioAsync(int number, CancellationToken cancel) => connection.FindAsync<ScenarioResource>(Of(number), cancel);

    public Task<PhoneOutcome<ScenarioImportResponse>> ImportScenariosAsync(ScenarioImportRequest order, CancellationToken cancel) =>
        SendAsync<ScenarioImportResponse>(HttpMethod.Post, Scenarios, JsonContent.Create(order), cancel);

    public Task<PhoneOutcome<ScenarioResource>> RemoveScenarioAsync(int number, CancellationToken cancel) =>
        SendAsync<ScenarioResource>(HttpMethod.Delete, Of(number), null, cancel);

    public Task<IReadOnlyList<CallbackResource>> ListCallbacksAsync(CancellationToken cancel) =>
        connection.GetAsync<IReadOnlyList<CallbackResource>>(Callbacks, cancel);

    public Task<IReadOnlyList<ClosedCallbackResource>> ListClosedCallbacksAsync(CancellationToken cancel) =>
        connection.GetAsync<IReadOnlyList<ClosedCallbackResource>>(Callbacks + "/closed", cancel);

    public Task<PhoneOutcome<ClosedCallbackResource>> CloseCallbackAsync(Guid id, CloseCallbackRequest order, CancellationToken cancel) =>
        SendAsync<ClosedCallbackResource>(HttpMethod.Post, $"{Callbacks}/{id:D}/close", JsonContent.Create(order), cancel);

    private static string Of(string number) => $"{Operators}/{Uri.EscapeDataString(number)}";

    private static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Scenarios}/{number}");

    private async Task<PhoneOutcome<T>> SendAsync<T>(HttpMethod method, string address, HttpContent? content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var answer = await connection.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new PhoneOutcome<T>.Done(await connection.ReadAsync<T>(answer, cancel));
        }

        var problem = await connection.ReadAsync<ApiProblem>(answer, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new PhoneOutcome<T>.Invalid(problem.Errors.Count > 0 ? problem.Errors : [new FieldProblem("", problem.Detail ?? "")]),
            HttpStatusCode.NotFound => new PhoneOutcome<T>.Unknown(),
            HttpStatusCode.Conflict => new PhoneOutcome<T>.Taken(),
            HttpStatusCode.ServiceUnavailable => new PhoneOutcome<T>.Unavailable(problem.Detail ?? ""),
            _ => throw DaemonConnection.Unforeseen(problem),
        };
    }
}
