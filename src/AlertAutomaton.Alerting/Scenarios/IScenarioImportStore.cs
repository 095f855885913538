namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Takes over a whole file of lists and scenarios: all of it or nothing, whatever happens in between. Safe for concurrent use.</summary>
public interface IScenarioImportStore
{
    /// <summary>Adds the lists and scenarios, or replaces those of the same name and the same id, in one transaction.</summary>
    /// <param name="lists">The lists; every name and every number once.</param>
    /// <param name="scenarios">Scenarios that passed <see cref="ScenarioValidator"/>; every number once.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False, and nothing is changed, when a list or scenario that is not among them has one of the numbers.</returns>
    /// <exception cref="Stores.AlertStoreException">The store cannot write now; nothing is changed.</exception>
    Task<bool> SaveAsync(IReadOnlyList<ContactList> lists, IReadOnlyList<Scenario> scenarios, CancellationToken ct);
}
