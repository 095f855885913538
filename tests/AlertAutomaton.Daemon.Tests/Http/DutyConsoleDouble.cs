using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.Tests.Http;

/// <summary>A console without a duty chain.</summary>
internal sealed class DutyConsoleDouble : IDutyConsole
{
    public Task<DutyResource> ShowAsync(CancellationToken cancel) => Task.FromResult(new DutyResource { IsSetUp = false });

    public Task<IReadOnlyList<DutyMatterResource>> ListAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<DutyMatterResource>>([]);

    public Task<DutyOutcome> NoteAsync(Guid matter, string operatorNumber, CancellationToken cancel) => Task.FromResult<DutyOutcome>(new DutyOutcome.Unknown());

    public Task<DutyOutcome> ResolveAsync(Guid matter, string? reason, string orderedBy, CancellationToken cancel) => Task.FromResult<DutyOutcome>(new DutyOutcome.Unknown());

    public Task<DutyOutcome> PrepareAsync(PrepareDutyDraftRequest order, string idempotencyKey, CancellationToken cancel) => Task.FromResult<DutyOutcome>(new DutyOutcome.NotPossible("not here"));
}
