using System.Collections.Immutable;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>The operators' store, with those of the organisation at hand in memory: rosters are asked at every step and must not wait for a disk.</summary>
internal sealed class OperatorBook(IOperatorStore store, OrganisationId organisation) : IOperatorStore
{
    private ImmutableDictionary<OperatorId, Operator> _known = ImmutableDictionary<OperatorId, Operator>.Empty;

    /// <summary>All of them as they are on disk, those who left included.</summary>
    public IEnumerable<Operator> All => Volatile.Read(ref _known).Values;

    /// <summary>Who has a number and has not left.</summary>
    public Operator? Active(string number) => All.FirstOrDefault(who => who.Active && string.Equals(who.Number, number, StringComparison.Ordinal));

    public Operator? Of(OperatorId id) => Volatile.Read(ref _known).GetValueOrDefault(id);

    /// <summary>Reads them; every change goes through here afterwards.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        foreach (var who in await store.ListAsync(organisation, ct))
        {
            Remember(who);
        }
    }

    public Task<Operator?> FindAsync(OrganisationId of, string number, CancellationToken ct) => store.FindAsync(of, number, ct);

    public Task<Operator?> GetAsync(OperatorId id, CancellationToken ct) => store.GetAsync(id, ct);

    public Task<IReadOnlyList<Operator>> ListAsync(OrganisationId of, CancellationToken ct) => store.ListAsync(of, ct);

    public async Task<bool> SaveAsync(Operator who, CancellationToken ct)
    {
        var saved = await store.SaveAsync(who, ct);
        if (saved && who.Organisation == organisation)
        {
            Remember(who);
        }

        return saved;
    }

    private void Remember(Operator who) => ImmutableInterlocked.AddOrUpdate(ref _known, who.Id, who, (_, _) => who);
}
