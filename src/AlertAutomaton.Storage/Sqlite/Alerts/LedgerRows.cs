using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Reads the columns of the query <c>LoadLedger</c>.</summary>
internal static class LedgerRows
{
    public static AlertLedgerState Read(AlertId alert, SqliteStatement row)
    {
        var ledger = new AlertLedgerState(alert, row.Int64(0), row.Int64(1))
        {
            Phase = (AlertPhase)row.Int32(2),
            Ending = (AlertEnding)row.Int32(3),
            Reason = row.IsNull(4) ? null : row.Text(4),
            FinishedAt = row.IsNull(5) ? null : new DateTimeOffset(row.Int64(5), TimeSpan.Zero),
            Recipients = row.Int32(6),
            Final = row.Int32(7),
            Attempts = row.Int64(13),
            LateAnswers = row.Int32(19),
            JournalLength = row.Int64(14),
            JournalHash = row.Blob(15).ToArray(),
        };
        ledger.Count(RecipientScore.Unreached, row.Int32(8));
        ledger.Count(RecipientScore.VoicemailOnly, row.Int32(9));
        ledger.Count(RecipientScore.ProbablyHeard, row.Int32(10));
        ledger.Count(RecipientScore.Confirmed, row.Int32(11));
        ledger.Count(RecipientScore.SentOnly, row.Int32(16));
        ledger.Count(AcknowledgementOption.NeedsHelp, row.Int32(12));
        ledger.Count(AcknowledgementOption.Present, row.Int32(17));
        ledger.Count(AcknowledgementOption.Absent, row.Int32(18));
        return ledger;
    }
}
