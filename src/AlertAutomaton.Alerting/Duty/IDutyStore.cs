namespace AlertAutomaton.Alerting.Duty;

/// <summary>Keeps the matters of one organisation's duty chain. Safe for concurrent use; a write completes when it is on disk.</summary>
/// <remarks>
/// One table is enough: <c>duty_matter</c> with the matter's id as key and key, severity, words, launch (JSON or null), since, standing, rounds,
/// tried (JSON list), calling, next_at, taken_by, ended_at, calls (JSON list).
/// </remarks>
public interface IDutyStore
{
    /// <summary>Reads the matters that are not over, and those that ended within the last hour.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>The oldest first.</returns>
    Task<IReadOnlyList<DutyMatterState>> LoadAsync(CancellationToken ct);

    /// <summary>Adds a matter, or replaces the row with its id.</summary>
    /// <param name="state">The row.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>Completes when synced.</returns>
    Task SaveAsync(DutyMatterState state, CancellationToken ct);
}
