using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>
/// Keeps alerts, their recipients, their attempts and their journal. Safe for concurrent use. Every task of a write completes only
/// when its transaction is synced on disk; a write that throws <see cref="AlertStoreException"/> is not stored (an implementation
/// that is in doubt reads back before it throws). Entries and the state rows they change are one transaction. Two events handed
/// over one after the other, even without waiting, are stored in that order.
/// </summary>
public interface IAlertStore
{
    /// <summary>False while new work is refused and only outcomes are taken (a full disk).</summary>
    bool TakesNewWork => true;

    /// <summary>Stores an alert and all its recipients in one transaction, journal entries (see <see cref="AlertOrderEntries"/>) included.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>Accepted, known already, or a conflict of keys.</returns>
    Task<AcceptResult> AcceptAsync(AlertOrder order, CancellationToken ct);

    /// <summary>Stores what happened: the next entry of the alert's journal, and the state rows that follow from it.</summary>
    /// <param name="happened">The event; it says everything the rows need.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>Completes when synced.</returns>
    /// <exception cref="AlertStoreException">It is not stored.</exception>
    /// <exception cref="InvalidOperationException">It contradicts what the journal says and is not stored; the store itself is well.</exception>
    Task AppendAsync(AlertEvent happened, CancellationToken ct);

    /// <summary>Reads what a restart needs: every alert that is not <see cref="AlertPhase.Finished"/>.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>The alerts in order of launch.</returns>
    Task<IReadOnlyList<UnfinishedAlert>> LoadUnfinishedAsync(CancellationToken ct);

    /// <summary>Lists alerts, the latest first.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    Task<Page<AlertRow>> ListAlertsAsync(AlertQuery query, CancellationToken ct);

    /// <summary>Reads one alert.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<AlertRow?> GetAlertAsync(AlertId alert, CancellationToken ct);

    /// <summary>Lists the recipients of an alert in the order of the list they came from.</summary>
    /// <param name="query">Which alert and page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    Task<Page<RecipientRow>> ListRecipientsAsync(RecipientQuery query, CancellationToken ct);

    /// <summary>Lists the attempts of an alert, or of one recipient, in the order in which they began.</summary>
    /// <param name="query">Which alert, recipient and page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    Task<Page<AttemptRow>> ListAttemptsAsync(AttemptQuery query, CancellationToken ct);

    /// <summary>Finds attempts by the names under which the world outside speaks of them (see <see cref="Channels.AttemptReference"/>).</summary>
    /// <param name="references">What to look for; at most 64.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The attempts, the one that began last first; empty when there is none.</returns>
    Task<IReadOnlyList<AttemptPlace>> FindAttemptsAsync(IReadOnlyList<string> references, int limit, CancellationToken ct);

    /// <summary>Finds the alert that an idempotency key was accepted for.</summary>
    /// <param name="organisation">Whose key.</param>
    /// <param name="idempotencyKey">The key.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the key is free.</returns>
    Task<AlertId?> FindOrderAsync(OrganisationId organisation, string idempotencyKey, CancellationToken ct);

    /// <summary>Reads the journal of an alert in order.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="afterSequence">Entries up to this one are left out; 0 for all.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The entries as stored.</returns>
    IAsyncEnumerable<JournalEntry> ReadJournalAsync(AlertId alert, long afterSequence, CancellationToken ct);
}
