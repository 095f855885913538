using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryOperators : IOperatorStore
{
    private readonly List<Operator> _all = [];

    public Task<Operator?> FindAsync(OrganisationId organisation, string number, CancellationToken ct) =>
        Task.FromResult(_all.Find(who => who.Organisation == organisation && who.Number == number));

    public Task<Operator?> GetAsync(OperatorId id, CancellationToken ct) => Task.FromResult(_all.Find(who => who.Id == id));

    public Task<IReadOnlyList<Operator>> ListAsync(OrganisationId organisation, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Operator>>([.. _all.Where(who => who.Organisation == organisation).OrderBy(who => who.Number, StringComparer.Ordinal)]);

    public Task<bool> SaveAsync(Operator who, CancellationToken ct)
    {
        if (_all.Exists(other => other.Organisation == who.Organisation && other.Number == who.Number && other.Id != who.Id))
        {
            return Task.FromResult(false);
        }

        _all.RemoveAll(other => other.Id == who.Id);
        _all.Add(who);
        return Task.FromResult(true);
    }
}
