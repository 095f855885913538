using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Turns orders and events into statements on the one writing connection.</summary>
internal sealed partial class AlertWriteSession : IWriteSession
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly LedgerBook _ledgers = new();

    public AlertWriteSession(SqliteConnection connection)
    {
        Connection = connection;
        _insertEntry = Prepare("InsertEntry");
        _recipientState = Prepare("RecipientState");
        _recipientBegins = Prepare("RecipientBegins");
        _recipientAttemptEnds = Prepare("RecipientAttemptEnds");
        _insertAttempt = Prepare("InsertAttempt");
        _attemptEnds = Prepare("AttemptEnds");
        _updateAlert = Prepare("UpdateAlert");
    }

    private readonly SqliteStatement _insertEntry;
    private readonly SqliteStatement _recipientState;
    private readonly SqliteStatement _recipientBegins;
    private readonly SqliteStatement _recipientAttemptEnds;
    private readonly SqliteStatement _insertAttempt;
    private readonly SqliteStatement _attemptEnds;
    private readonly SqliteStatement _updateAlert;

    public SqliteConnection Connection { get; }

    public void Mark() => _ledgers.Mark();

    public void RolledBackToMark() => _ledgers.BackToMark();

    public void BeforeCommit()
    {
        foreach (AlertLedgerState ledger in _ledgers.Changed)
        {
            _updateAlert
                .Bind(1, ledger.Number)
                .Bind(2, (long)ledger.Phase)
                .Bind(3, (long)ledger.Ending)
                .Bind(4, ledger.Reason)
                .Bind(5, ledger.FinishedAt?.UtcTicks)
                .Bind(6, ledger.Recipients)
                .Bind(7, ledger.Final)
                .Bind(8, ledger.With(RecipientScore.Unreached))
                .Bind(9, ledger.With(RecipientScore.VoicemailOnly))
                .Bind(10, ledger.With(RecipientScore.ProbablyHeard))
                .Bind(11, ledger.With(RecipientScore.Confirmed))
                .Bind(12, ledger.With(AcknowledgementOption.NeedsHelp))
                .Bind(13, ledger.Attempts)
                .Bind(14, ledger.JournalLength)
                .Bind(15, ledger.JournalHash.Span)
                .Bind(16, ledger.With(RecipientScore.SentOnly))
                .Bind(17, ledger.With(AcknowledgementOption.Present))
                .Bind(18, ledger.With(AcknowledgementOption.Absent))
                .Bind(19, ledger.LateAnswers)
                .Run();
        }
    }

    public void Committed() => _ledgers.Committed();

    public void RolledBack() => _ledgers.RolledBack();

    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }

    private SqliteStatement Prepare(string name)
    {
        if (!_statements.TryGetValue(name, out SqliteStatement? statement))
        {
            statement = new SqliteStatement(Connection, NamedQueries.Get(name));
            _statements.Add(name, statement);
        }

        return statement;
    }

    private int Changes() => SQLitePCL.raw.sqlite3_changes(Connection.Handle!);

    private AlertLedgerState Ledger(AlertId alert)
    {
        if (_ledgers.Find(alert) is { } known)
        {
            return known;
        }

        SqliteStatement load = Prepare("LoadLedger").Bind(1, alert.Value);
        if (!load.Read())
        {
            throw new InvalidOperationException($"There is no alert {alert}.");
        }

        AlertLedgerState ledger = LedgerRows.Read(alert, load);
        load.Reset();
        _ledgers.Add(ledger);
        return ledger;
    }
}
