using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Drafts;

/// <summary>Keeps drafts. Safe for concurrent use; a write completes when it is on disk.</summary>
public interface IDraftStore
{
    /// <summary>Reads a draft.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Draft?> GetAsync(DraftId id, CancellationToken ct);

    /// <summary>Lists the drafts that wait for a second person, or were let go and are no alert yet.</summary>
    /// <param name="organisation">Whose; null for all.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The one submitted first first.</returns>
    Task<IReadOnlyList<Draft>> ListOpenAsync(OrganisationId? organisation, CancellationToken ct);

    /// <summary>Adds version 0, or replaces the version before.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when somebody else was quicker: the version on disk is not the one before.</returns>
    Task<bool> SaveAsync(Draft draft, CancellationToken ct);
}
