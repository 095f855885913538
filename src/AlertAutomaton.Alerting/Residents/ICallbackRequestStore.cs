using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>Keeps the numbers of residents who asked to be registered, for the clerk. Safe for concurrent use.</summary>
public interface ICallbackRequestStore
{
    /// <summary>Keeps a request; a number that asked before keeps its first consent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>True when it is on disk; only then may it be confirmed aloud.</returns>
    Task<bool> AddAsync(CallbackRequest request, CancellationToken ct);

    /// <summary>Lists the requests that the clerk has not dealt with, the oldest first.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>At most 1,000.</returns>
    Task<IReadOnlyList<CallbackRequest>> ListOpenAsync(OrganisationId organisation, CancellationToken ct);
}
