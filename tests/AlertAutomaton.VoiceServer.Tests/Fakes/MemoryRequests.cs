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

    public Task<IReadOnlyList<CallbackRequest>> ListOpenAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<CallbackRequest>>(All);
}
