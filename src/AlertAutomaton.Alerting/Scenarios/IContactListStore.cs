using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Keeps the contacts whom scenarios warn. Safe for concurrent use; a write completes when it is on disk.</summary>
public interface IContactListStore : IAudienceSource
{
    /// <summary>Adds a list or replaces the one of the same name.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when another list of the organisation has the number.</returns>
    Task<bool> SaveAsync(ContactList list, CancellationToken ct);

    /// <summary>Removes a list; scenarios that name it warn nobody of it any more.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(OrganisationId organisation, string name, CancellationToken ct);
}
