using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>How an order comes in: its head, its recipients in parts, and the seal that makes it exist.</summary>
internal sealed partial class AlertWriteSession
{
    /// <summary>Looks the key up; when it is new, writes the head of the order. A half-written order of the same key, left by
    /// a failure, is removed first.</summary>
    public AcceptResult BeginOrder(AlertOrder order, PreparedEvent head)
    {
        long organisation = OrganisationNumber(order.Alert.Organisation);
        SqliteStatement byKey = Prepare("AlertByKey").Bind(1, organisation).Bind(2, order.IdempotencyKey);
        if (byKey.Read())
        {
            long number = byKey.Int64(0);
            var known = new AlertId(byKey.Guid(1));
            bool same = string.Equals(byKey.Text(2), order.Fingerprint, StringComparison.Ordinal);
            bool accepted = byKey.Int32(3) == 1;
            byKey.Reset();
            if (accepted)
            {
                return new AcceptResult(same ? AcceptVerdict.AlreadyAccepted : AcceptVerdict.KeyConflict, known);
            }

            DiscardOrder(known, number);
        }

        SqliteStatement insert = Prepare("InsertAlert").Bind(1, organisation).Bind(2, order.Alert.Id.Value).Bind(3, order.IdempotencyKey).Bind(4, order.Fingerprint);
        insert.Read();
        var ledger = new AlertLedgerState(order.Alert.Id, insert.Int64(0), organisation);
        insert.Reset();
        _ledgers.Add(ledger);
        AppendEntry(ledger, head);
        return new AcceptResult(AcceptVerdict.Accepted, order.Alert.Id);
    }

    public void AddRecipients(PreparedEvent prepared)
    {
        var part = (RecipientsFrozen)prepared.Happened;
        AlertLedgerState ledger = StagedLedger(part.Alert);
        AppendEntry(ledger, prepared);
        SqliteStatement insert = Prepare("InsertRecipient").Bind(2, ledger.Organisation).Bind(4, ledger.JournalLength);
        long place = AlertPlace.Of(ledger.Number, part.First);
        foreach (Recipient recipient in part.Recipients)
        {
            insert.Bind(1, place++).Bind(3, recipient.Id.Value).Run();
        }

        ledger.Recipients += part.Recipients.Length;
        ledger.Count(RecipientScore.Unreached, part.Recipients.Length);
    }

    public void SealOrder(AlertId alert) => Prepare("AcceptAlert").Bind(1, StagedLedger(alert).Number).Run();

    /// <summary>Removes an order that was not sealed.</summary>
    public void DiscardOrder(AlertId alert)
    {
        if (_ledgers.Find(alert) is { } ledger)
        {
            DiscardOrder(alert, ledger.Number);
        }
    }

    /// <summary>Removes every order that a dead process left unsealed. To be called in a transaction of its own, before any write.</summary>
    public int DiscardUnsealed()
    {
        SqliteStatement staged = Prepare("StagedAlerts");
        var numbers = new List<long>();
        while (staged.Read())
        {
            numbers.Add(staged.Int64(0));
        }

        numbers.ForEach(DeleteRows);
        return numbers.Count;
    }

    private void DiscardOrder(AlertId alert, long number)
    {
        DeleteRows(number);
        _ledgers.Remove(alert);
    }

    private void DeleteRows(long number)
    {
        Prepare("DeleteStagedRecipients").Bind(1, AlertPlace.First(number)).Bind(2, AlertPlace.Last(number)).Run();
        Prepare("DeleteStagedEntries").Bind(1, AlertPlace.First(number)).Bind(2, AlertPlace.Last(number)).Run();
        Prepare("DeleteStagedAlert").Bind(1, number).Run();
    }

    private AlertLedgerState StagedLedger(AlertId alert) => _ledgers.Find(alert) ?? throw new InvalidOperationException($"Order {alert} was not begun.");

    private long OrganisationNumber(OrganisationId organisation)
    {
        Prepare("InsertOrganisation").Bind(1, organisation.Value).Run();
        SqliteStatement number = Prepare("OrganisationNumber").Bind(1, organisation.Value);
        number.Read();
        long result = number.Int64(0);
        number.Reset();
        return result;
    }
}
