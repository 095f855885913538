namespace AlertAutomaton.Alerting.Duty;

/// <summary>Keeps the matters of one organisation's duty chain. Safe for concurrent use; a write completes when it is on disk.</summary>
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
