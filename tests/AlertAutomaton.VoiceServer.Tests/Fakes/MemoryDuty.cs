using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryDuty : IDutyStore
{
    private readonly ConcurrentDictionary<DutyMatterId, DutyMatterState> _rows = new();

    public bool Works { get; set; } = true;

    public IEnumerable<DutyMatterState> Rows => _rows.Values;

    public Task<IReadOnlyList<DutyMatterState>> LoadAsync(CancellationToken ct) => Works
        ? Task.FromResult<IReadOnlyList<DutyMatterState>>([.. _rows.Values.Where(row => row.Standing != DutyStanding.Over).OrderBy(row => row.Matter.Since)])
        : throw new IOException("no disk");

    public Task SaveAsync(DutyMatterState state, CancellationToken ct)
    {
        if (!Works)
        {
            throw new IOException("no disk");
        }

        _rows[state.Matter.Id] = state;
        return Task.CompletedTask;
    }
}
