using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>Accepts everything and keeps nothing, so that only the engine is measured.</summary>
internal sealed class SinkStore : IAlertStore
{
    public Task<AcceptResult> AcceptAsync(AlertOrder order, CancellationToken ct) => Task.FromResult(new AcceptResult(AcceptVerdict.Accepted, order.Alert.Id));

    public Task AppendAsync(AlertEvent happened, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<UnfinishedAlert>> LoadUnfinishedAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<UnfinishedAlert>>([]);

    public Task<Page<AlertRow>> ListAlertsAsync(AlertQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<AlertRow?> GetAlertAsync(AlertId alert, CancellationToken ct) => throw new NotSupportedException();

    public Task<Page<RecipientRow>> ListRecipientsAsync(RecipientQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<Page<AttemptRow>> ListAttemptsAsync(AttemptQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<AttemptPlace>> FindAttemptsAsync(IReadOnlyList<string> references, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<AttemptPlace>>([]);

    public Task<AlertId?> FindOrderAsync(OrganisationId organisation, string idempotencyKey, CancellationToken ct) => Task.FromResult<AlertId?>(null);

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(AlertId alert, long afterSequence, CancellationToken ct) => throw new NotSupportedException();
}
