using AlertAutomaton.Contracts.Phones;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>Keeps up who phones in and what they may launch, in this process or over HTTP.</summary>
internal interface IPhoneDesk
{
    Task<IReadOnlyList<OperatorResource>> ListOperatorsAsync(CancellationToken cancel);

    Task<OperatorResource?> FindOperatorAsync(string number, CancellationToken cancel);

    Task<PhoneOutcome<OperatorResource>> AddOperatorAsync(AddOperatorRequest order, CancellationToken cancel);

    /// <summary>Lets an operator in no more; the number stays theirs, because journals name it.</summary>
    Task<PhoneOutcome<OperatorResource>> RemoveOperatorAsync(string number, CancellationToken cancel);

    Task<PhoneOutcome<OperatorResource>> SetPinAsync(string number, SetPinRequest order, CancellationToken cancel);

    Task<PhoneOutcome<OperatorResource>> UnlockAsync(string number, CancellationToken cancel);

    Task<IReadOnlyList<ScenarioResource>> ListScenariosAsync(CancellationToken cancel);

    Task<ScenarioResource?> FindScenarioAsync(int number, CancellationToken cancel);

    Task<PhoneOutcome<ScenarioImportResponse>> ImportScenariosAsync(ScenarioImportRequest order, CancellationToken cancel);

    Task<PhoneOutcome<ScenarioResource>> RemoveScenarioAsync(int number, CancellationToken cancel);

    Task<IReadOnlyList<CallbackResource>> ListCallbacksAsync(CancellationToken cancel);

    Task<IReadOnlyList<ClosedCallbackResource>> ListClosedCallbacksAsync(CancellationToken cancel);

    Task<PhoneOutcome<ClosedCallbackResource>> CloseCallbackAsync(Guid id, CloseCallbackRequest order, CancellationToken cancel);
}
