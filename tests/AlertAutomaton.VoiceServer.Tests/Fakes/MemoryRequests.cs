using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Residents;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryRequests : ICallbackRequestStore
{
    public List<CallbackRequest> All { get; } = [];

    public bool Works { get; set; } = true;

    public Task<bool> AddAsync(CallbackRequest request, CancellationToken ct)
    {
        if (Works)
        {
            All.Add(request);
        }

        return Task.FromResult(Works);
    }

    public Task<ClosedCallbackRequest?> CloseAsync(OrganisationId organisation, CallbackRequestId id, CallbackClosing closing, CancellationToken ct) =>
        Task.FromResult(All.Find(request => request.Id == id) is { } found && All.Remove(found) ? new ClosedCallbackRequest(found, closing) : null);

    public Task<IReadOnlyList<ClosedCallbackRequest>> ListClosedAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<ClosedCallbackRequest>>([]);

    public Task<IReadOnlyList<CallbackRequest>> ListOpenAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<CallbackRequest>>(All);
}
