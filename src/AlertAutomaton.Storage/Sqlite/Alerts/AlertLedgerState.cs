using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>What the writer keeps in memory of an alert: the end of its journal and its figures. Written back to the alert's
/// row once per transaction, however many events the transaction holds.</summary>
internal sealed class AlertLedgerState(AlertId id, long number, long organisation)
{
    private readonly int[] _scores = new int[Enum.GetValues<RecipientScore>().Length];
    private readonly int[] _answers = new int[Enum.GetValues<AcknowledgementOption>().Length];

    public AlertId Id { get; } = id;

    public long Number { get; } = number;

    public long Organisation { get; } = organisation;

    public AlertPhase Phase { get; set; }

    public AlertEnding Ending { get; set; }

    public string? Reason { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Recipients { get; set; }

    public int Final { get; set; }

    public long Attempts { get; set; }

    public int LateAnswers { get; set; }

    public long JournalLength { get; set; }

    public ReadOnlyMemory<byte> JournalHash { get; set; } = JournalChain.Genesis;

    public int With(RecipientScore score) => _scores[(int)score];

    public void Count(RecipientScore score, int by) => _scores[(int)score] += by;

    public int With(AcknowledgementOption answer) => _answers[(int)answer];

    public void Count(AcknowledgementOption answer, int by) => _answers[(int)answer] += by;

    public void Move(RecipientScore from, RecipientScore to)
    {
        _scores[(int)from]--;
        _scores[(int)to]++;
    }

    public AlertLedgerState Copy()
    {
        var copy = new AlertLedgerState(Id, Number, Organisation)
        {
            Phase = Phase,
            Ending = Ending,
            Reason = Reason,
            FinishedAt = FinishedAt,
            Recipients = Recipients,
            Final = Final,
            Attempts = Attempts,
            LateAnswers = LateAnswers,
            JournalLength = JournalLength,
            JournalHash = JournalHash,
        };
        _scores.CopyTo(copy._scores, 0);
        _answers.CopyTo(copy._answers, 0);
        return copy;
    }
}
