using System.Runtime.CompilerServices;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>Keeps journals in memory; its rows are what the replay of the journal says, so a contradiction fails the test at once.</summary>
internal sealed class MemoryStore : IAlertStore
{
    private readonly Dictionary<string, (AlertId Alert, string Fingerprint)> _keys = [];

    public Dictionary<AlertId, List<JournalEntry>> Journals { get; } = [];

    public Dictionary<AlertId, AlertReplay> Replays { get; } = [];

    public List<AlertEvent> Events { get; } = [];

    /// <summary>When set, every write fails with it.</summary>
    public AlertStoreException? Fault { get; set; }

    /// <summary>Which events contradict the journal, and why; null: none.</summary>
    public Func<AlertEvent, string?>? Contradicts { get; set; }

    /// <summary>True: new work is refused, outcomes go into the reserve.</summary>
    public bool IsFull { get; set; }

    public bool TakesNewWork => !IsFull;

    public Task<AcceptResult> AcceptAsync(AlertOrder order, CancellationToken ct)
    {
        if (_keys.TryGetValue(order.IdempotencyKey, out var known))
        {
            return Task.FromResult(new AcceptResult(known.Fingerprint == order.Fingerprint ? AcceptVerdict.AlreadyAccepted : AcceptVerdict.KeyConflict, known.Alert));
        }

        _keys[order.IdempotencyKey] = (order.Alert.Id, order.Fingerprint);
        foreach (var happened in AlertOrderEntries.Of(order))
        {
            Store(happened);
        }

        return Task.FromResult(new AcceptResult(AcceptVerdict.Accepted, order.Alert.Id));
    }

    public Task AppendAsync(AlertEvent happened, CancellationToken ct)
    {
        if (Fault is not null)
        {
            return Task.FromException(Fault);
        }

        if (IsFull && happened is AttemptBegun)
        {
            return Task.FromException(new AlertStoreException("disk is full", isTransient: true) { NeedsSpace = true });
        }

        if (Contradicts?.Invoke(happened) is { } why)
        {
            return Task.FromException(new InvalidOperationException(why));
        }

        Store(happened);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<UnfinishedAlert>> LoadUnfinishedAsync(CancellationToken ct)
    {
        IReadOnlyList<UnfinishedAlert> unfinished = [.. Replays.Values.Where(r => r.Phase != AlertPhase.Finished).Select(Unfinished)];
        return Task.FromResult(unfinished);
    }

    public Task<Page<AlertRow>> ListAlertsAsync(AlertQuery query, CancellationToken ct)
    {
        IReadOnlyList<AlertRow> rows =
        [
            .. Replays.Values.Where(replay => !query.OnlyUnfinished || replay.Phase != AlertPhase.Finished).Take(query.Limit).Select(replay => new AlertRow
            {
                Alert = replay.Alert!, Phase = replay.Phase, Ending = replay.Ending, Totals = replay.CountTotals(), JournalLength = Journals[replay.Alert!.Id].Count,
            }),
        ];
        return Task.FromResult(new Page<AlertRow>(rows, null));
    }

    public Task<AlertRow?> GetAlertAsync(AlertId alert, CancellationToken ct) => throw new NotSupportedException();

    public Task<Page<RecipientRow>> ListRecipientsAsync(RecipientQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<Page<AttemptRow>> ListAttemptsAsync(AttemptQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<AttemptPlace>> FindAttemptsAsync(IReadOnlyList<string> references, int limit, CancellationToken ct)
    {
        IReadOnlyList<AttemptPlace> found =
        [
            .. from happened in Events
               let names = happened switch { AttemptBegun begun => begun.References, AttemptEnded ended => ended.References, _ => null }
               where names is not null
               from name in names
               where references.Contains(name)
               let attempt = ((AttemptEvent)happened).Attempt
               let replay = Replays[happened.Alert]
               let row = replay.Attempts.Single(one => one.Attempt == attempt)
               orderby row.Begun descending, row.Number descending
               select new AttemptPlace
               {
                   Alert = happened.Alert, Recipient = row.Recipient, Attempt = attempt, Number = row.Number, Reference = name, Begun = row.Begun, Line = row.Line,
                   Outcome = row.Outcome, Phase = replay.Phase,
               },
        ];
        return Task.FromResult<IReadOnlyList<AttemptPlace>>([.. found.Take(limit)]);
    }

    public Task<AlertId?> FindOrderAsync(OrganisationId organisation, string idempotencyKey, CancellationToken ct) =>
        Task.FromResult(_keys.TryGetValue(idempotencyKey, out var known) ? known.Alert : (AlertId?)null);

    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(AlertId alert, long afterSequence, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var entry in Journals[alert].Where(e => e.Sequence > afterSequence))
        {
            yield return entry;
        }
    }

    /// <summary>Forgets everything but the written bytes, and reads them back, as a new process does.</summary>
    public MemoryStore Reopened()
    {
        var store = new MemoryStore();
        foreach (var (key, value) in _keys)
        {
            store._keys[key] = value;
        }

        foreach (var entry in Journals.Values.SelectMany(journal => journal))
        {
            Assert.True(AlertEventCodec.TryRead(entry, out var happened, out var whyNot), whyNot);
            store.Store(happened!);
        }

        return store;
    }

    private static UnfinishedAlert Unfinished(AlertReplay replay)
    {
        var attempts = replay.Attempts.ToLookup(a => a.Recipient);
        return new UnfinishedAlert
        {
            Alert = replay.Alert!,
            Phase = replay.Phase,
            Ending = replay.Ending,
            Totals = replay.CountTotals(),
            Recipients = [.. replay.Recipients.Where(r => !r.IsFinal).Select(row => new UnfinishedRecipient
            {
                Recipient = row.Recipient,
                Attempts = [.. attempts[row.Recipient.Id].Select(a => a.ToPastAttempt())],
                Open = [.. attempts[row.Recipient.Id].Where(a => a.Outcome == AttemptOutcome.Open).Select(a => new OpenAttempt
                {
                    Attempt = a.Attempt,
                    Number = a.Number,
                    DialogIdentity = a.DialogIdentity,
                    Heard = a.Heard,
                    Acknowledged = a.Acknowledgement != AcknowledgementOption.None,
                })],
                Acknowledgement = row.Acknowledgement,
                CallerId = row.CallerId,
                ClosedPoints = row.ClosedPoints,
            })],
        };
    }

    private void Store(AlertEvent happened)
    {
        if (!Journals.TryGetValue(happened.Alert, out var journal))
        {
            Journals[happened.Alert] = journal = [];
            Replays[happened.Alert] = new AlertReplay();
        }

        Events.Add(happened);
        journal.Add(JournalChain.Append(happened, journal.Count + 1, journal.Count == 0 ? JournalChain.Genesis.Span : journal[^1].Hash.Span));
        Assert.True(Replays[happened.Alert].TryApply(happened, out var whyNot), whyNot);
    }
}
