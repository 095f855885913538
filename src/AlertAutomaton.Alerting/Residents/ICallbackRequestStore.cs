using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>Keeps the numbers of residents who asked to be registered, for the clerk. Safe for concurrent use.</summary>
public interface ICallbackRequestStore
{
    /// <summary>Keeps a request; a number whose wish is still open keeps its first consent, one that was dealt with may ask again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>True when it is on disk; only then may it be confirmed aloud.</returns>
    Task<bool> AddAsync(CallbackRequest request, CancellationToken ct);

    /// <summary>Lists the requests that the clerk has not dealt with, the oldest first.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>At most 1,000.</returns>
    Task<IReadOnlyList<CallbackRequest>> ListOpenAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Closes an open request; what became of it stays on file.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="closing">What became of it.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>The closed request, on disk; null when no open one has the id.</returns>
    /// <exception cref="Stores.AlertStoreException">The store cannot write now; it is still open.</exception>
    Task<ClosedCallbackRequest?> CloseAsync(OrganisationId organisation, CallbackRequestId id, CallbackClosing closing, CancellationToken ct);

    /// <summary>Lists the requests that were dealt with, the last one first.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>At most 1,000.</returns>
    Task<IReadOnlyList<ClosedCallbackRequest>> ListClosedAsync(OrganisationId organisation, CancellationToken ct);
}
