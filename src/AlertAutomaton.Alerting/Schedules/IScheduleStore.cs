using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// Keeps planned alerts and what became of their occurrences. Safe for concurrent use. A write is synced on disk when its task
/// completes; every method throws <see cref="AlertStoreException"/> when the store cannot do it now.
/// </summary>
public interface IScheduleStore
{
    /// <summary>Stores a planned alert.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>Accepted, known already, or a conflict of keys.</returns>
    Task<ScheduleAcceptance> AcceptAsync(ScheduleOrder order, CancellationToken ct);

    /// <summary>Lists planned alerts, the latest planned first.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    Task<Page<ScheduleRow>> ListAsync(ScheduleQuery query, CancellationToken ct);

    /// <summary>Reads one planned alert as lists show it.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<ScheduleRow?> GetAsync(ScheduledAlertId alert, CancellationToken ct);

    /// <summary>Reads one planned alert whole, with what it launches.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<ScheduledAlert?> LoadAsync(ScheduledAlertId alert, CancellationToken ct);

    /// <summary>The planned and paused alerts in the order of their next occurrence.</summary>
    /// <param name="limit">The most rows, 1 to 10,000.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The first of them.</returns>
    Task<IReadOnlyList<ScheduleRow>> NextAsync(int limit, CancellationToken ct);

    /// <summary>Marks that the launch of an occurrence begins, if it is still planned and this is still its next occurrence.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="occurrence">Its next occurrence.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when somebody paused or cancelled it, or recorded the occurrence: it must not be launched.</returns>
    Task<bool> BeginAsync(ScheduledAlertId alert, Occurrence occurrence, CancellationToken ct);

    /// <summary>Records what became of occurrences and moves on, in one transaction. What was recorded before stays as it is.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="records">The occurrences in their order; at least one.</param>
    /// <param name="next">The next occurrence; null: nothing is left and it is done. One that was cancelled meanwhile stays so.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>Completes when synced.</returns>
    Task RecordAsync(ScheduledAlertId alert, IReadOnlyList<OccurrenceRecord> records, Occurrence? next, CancellationToken ct);

    /// <summary>Pauses, resumes or cancels by the rules of <see cref="ScheduleTransitions"/>.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="reason">Why; null when nobody said.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>The answer; <see cref="ScheduleVerdict.Unknown"/> when there is no such planned alert.</returns>
    Task<ScheduleVerdict> ChangeAsync(ScheduledAlertId alert, ScheduleChange change, string by, string? reason, CancellationToken ct);

    /// <summary>What became of the occurrences of one planned alert, the latest first.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="limit">The most rows, 1 to 1,000.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The latest of them.</returns>
    Task<IReadOnlyList<OccurrenceRecord>> ListOccurrencesAsync(ScheduledAlertId alert, int limit, CancellationToken ct);
}
