using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Recipients as they were frozen at launch, read from the journal entry that holds them; keeps the last entry, since
/// rows are read in the order of the list.</summary>
internal sealed class FrozenRecipients(SqliteReader reader, AlertId alert, long alertNumber)
{
    private long _entry = -1;
    private RecipientsFrozen? _part;

    public Recipient At(long entry, int position)
    {
        if (_entry != entry || _part is null)
        {
            _part = AlertReading.Event<RecipientsFrozen>(AlertReading.FirstEntry(reader, alert, AlertPlace.Of(alertNumber, entry)));
            _entry = entry;
        }

        int index = position - _part.First;
        return index >= 0 && index < _part.Recipients.Length
            ? _part.Recipients[index]
            : throw new InvalidDataException($"Entry {entry} of alert {alert} does not hold recipient {position}. Run verify.");
    }
}
