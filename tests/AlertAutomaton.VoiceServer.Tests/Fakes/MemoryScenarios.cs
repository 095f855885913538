using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Scenarios;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryScenarios : IScenarioStore
{
    private readonly List<Scenario> _all = [];

    public Task<Scenario?> FindAsync(OrganisationId organisation, int number, CancellationToken ct) =>
        Task.FromResult(_all.Find(scenario => scenario.Organisation == organisation && scenario.Number == number));

    public Task<Scenario?> GetAsync(ScenarioId id, CancellationToken ct) => Task.FromResult(_all.Find(scenario => scenario.Id == id));

    public Task<IReadOnlyList<Scenario>> ListAsync(OrganisationId organisation, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Scenario>>([.. _all.Where(scenario => scenario.Organisation == organisation).OrderBy(scenario => scenario.Number)]);

    public Task<bool> SaveAsync(Scenario scenario, CancellationToken ct)
    {
        _all.RemoveAll(other => other.Id == scenario.Id);
        _all.Add(scenario);
        return Task.FromResult(true);
    }

    public Task<bool> RemoveAsync(ScenarioId id, CancellationToken ct) => Task.FromResult(_all.RemoveAll(scenario => scenario.Id == id) > 0);
}
