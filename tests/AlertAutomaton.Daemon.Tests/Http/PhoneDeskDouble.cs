using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.Tests.Http;

/// <summary>A desk of operators and scenarios that knows nobody.</summary>
internal sealed class PhoneDeskDouble : IPhoneDesk
{
    public Task<IReadOnlyList<OperatorResource>> ListOperatorsAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<OperatorResource>>([]);

    public Task<OperatorResource?> FindOperatorAsync(string number, CancellationToken cancel) => Task.FromResult<OperatorResource?>(null);

    public Task<PhoneOutcome<OperatorResource>> AddOperatorAsync(AddOperatorRequest order, CancellationToken cancel) => Unknown<OperatorResource>();

    public Task<PhoneOutcome<OperatorResource>> RemoveOperatorAsync(string number, CancellationToken cancel) => Unknown<OperatorResource>();

    public Task<PhoneOutcome<OperatorResource>> SetPinAsync(string number, SetPinRequest order, CancellationToken cancel) => Unknown<OperatorResource>();

    public Task<PhoneOutcome<OperatorResource>> UnlockAsync(string number, CancellationToken cancel) => Unknown<OperatorResource>();

    public Task<IReadOnlyList<ScenarioResource>> ListScenariosAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ScenarioResource>>([]);

    public Task<ScenarioResource?> FindScenarioAsync(int number, CancellationToken cancel) => Task.FromResult<ScenarioResource?>(null);

    public Task<PhoneOutcome<ScenarioImportResponse>> ImportScenariosAsync(ScenarioImportRequest order, CancellationToken cancel) => Unknown<ScenarioImportResponse>();

    public Task<PhoneOutcome<ScenarioResource>> RemoveScenarioAsync(int number, CancellationToken cancel) => Unknown<ScenarioResource>();

    public Task<IReadOnlyList<CallbackResource>> ListCallbacksAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<CallbackResource>>([]);

    public Task<IReadOnlyList<ClosedCallbackResource>> ListClosedCallbacksAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ClosedCallbackResource>>([]);

    public Task<PhoneOutcome<ClosedCallbackResource>> CloseCallbackAsync(Guid id, CloseCallbackRequest order, CancellationToken cancel) => Unknown<ClosedCallbackResource>();

    private static Task<PhoneOutcome<T>> Unknown<T>() => Task.FromResult<PhoneOutcome<T>>(new PhoneOutcome<T>.Unknown());
}
