using AlertAutomaton.Contracts.Duty;

namespace AlertAutomaton.Daemon.Desk.Duty;

/// <summary>Shows who is on duty and what waits for them, and lets somebody act without a call; in this process or over HTTP.</summary>
internal interface IDutyConsole
{
    Task<DutyResource> ShowAsync(CancellationToken cancel);

    /// <summary>What waits for a person or was taken by one, the oldest first.</summary>
    Task<IReadOnlyList<DutyMatterResource>> ListAsync(CancellationToken cancel);

    /// <summary>Notes that an operator has a matter: nobody is phoned for it any more.</summary>
    Task<DutyOutcome> NoteAsync(Guid matter, string operatorNumber, CancellationToken cancel);

    /// <summary>Ends a matter. What was prepared for it can no longer be launched.</summary>
    Task<DutyOutcome> ResolveAsync(Guid matter, string? reason, string orderedBy, CancellationToken cancel);

    /// <summary>Asks whoever is on duty to launch a scenario. Done means that it is on disk.</summary>
    Task<DutyOutcome> PrepareAsync(PrepareDutyDraftRequest order, string idempotencyKey, CancellationToken cancel);
}
