using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>The ledgers of the alerts in use, with what the present transaction changed kept apart until it is on disk.</summary>
internal sealed class LedgerBook
{
    private readonly Dictionary<AlertId, AlertLedgerState> _committed = [];
    private Dictionary<AlertId, AlertLedgerState> _pending = [];
    private Dictionary<AlertId, AlertLedgerState>? _mark;

    public IEnumerable<AlertLedgerState> Changed => _pending.Values;

    /// <summary>The ledger to change within the present transaction; null when the alert is not in the book.</summary>
    public AlertLedgerState? Find(AlertId alert)
    {
        if (_pending.TryGetValue(alert, out AlertLedgerState? ledger))
        {
            return ledger;
        }

        if (!_committed.TryGetValue(alert, out AlertLedgerState? committed))
        {
            return null;
        }

        ledger = committed.Copy();
        _pending.Add(alert, ledger);
        return ledger;
    }

    public void Add(AlertLedgerState ledger) => _pending[ledger.Id] = ledger;

    /// <summary>Takes an alert out for good; for orders that were given up.</summary>
    public void Remove(AlertId alert)
    {
        _pending.Remove(alert);
        _committed.Remove(alert);
    }

    public void Mark() => _mark = _pending.ToDictionary(pair => pair.Key, pair => pair.Value.Copy());

    public void BackToMark() => _pending = _mark ?? throw new InvalidOperationException("There is no mark.");

    public void Committed()
    {
        foreach ((AlertId alert, AlertLedgerState ledger) in _pending)
        {
            if (ledger.Phase == AlertAutomaton.Alerting.Alerts.AlertPhase.Finished)
            {
                // A late acknowledgement loads it again; a daemon that runs for years must not keep every alert.
                _committed.Remove(alert);
            }
            else
            {
                _committed[alert] = ledger;
            }
        }

        _pending.Clear();
    }

    public void RolledBack() => _pending.Clear();
}
