using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryDrafts : IDraftStore
{
    private readonly ConcurrentDictionary<DraftId, Draft> _all = new();

    public IEnumerable<Draft> All => _all.Values;

    public Task<Draft?> GetAsync(DraftId id, CancellationToken ct) => Task.FromResult(_all.GetValueOrDefault(id));

    public Task<IReadOnlyList<Draft>> ListOpenAsync(OrganisationId? organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<Draft>>(
    [
        .. _all.Values
            .Where(draft => (organisation is null || draft.Organisation == organisation) && (draft.State == DraftState.Pending || draft is { State: DraftState.Running, Alert: null }))
            .OrderBy(draft => draft.SubmittedAt),
    ]);

    public Task<bool> SaveAsync(Draft draft, CancellationToken ct) => Task.FromResult(
        draft.Version == 0 ? _all.TryAdd(draft.Id, draft) : _all.TryGetValue(draft.Id, out Draft? before) && before.Version == draft.Version - 1 && _all.TryUpdate(draft.Id, draft, before));
}
