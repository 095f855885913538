using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What comes after the end of an alert: written into its journal, marked as late, and followed by nothing.</content>
internal sealed partial class Dispatcher
{
    /// <summary>How many late facts are remembered so that a repetition is not written twice; after that the store tells them apart.</summary>
    private const int MostLateFacts = 100_000;

    private readonly HashSet<AttemptId> _lateReports = [];
    private readonly HashSet<(RecipientId Recipient, AcknowledgementOption Option)> _lateAnswers = [];

    private void TakeLateReport(AttemptPlace place, DeliveryReport report, Action<ReportVerdict> answer)
    {
        // The outcome was just read from disk: what is settled there, or was reported since, is known.
        if (place.Outcome is not (AttemptOutcome.Submitted or AttemptOutcome.Unknown)
            || report.Outcome is AttemptOutcome.Submitted or AttemptOutcome.Unknown or AttemptOutcome.Open
            || !IsNews(_lateReports, place.Attempt))
        {
            answer(ReportVerdict.KnownAlready);
            return;
        }

        var happened = new DeliveryReported
        {
            Alert = place.Alert,
            At = Now,
            Recipient = place.Recipient,
            Attempt = place.Attempt,
            Outcome = report.Outcome,
            Detail = report.Detail,
            PointVerdict = RetryRules.For(report.Outcome).Verdict,
            Score = RecipientScore.Unreached,
            Late = true,
        };
        _writer.Write(happened, keep: false, first: onDisk =>
        {
            if (!onDisk)
            {
                _lateReports.Remove(place.Attempt);
            }

            answer(onDisk ? ReportVerdict.Recorded : ReportVerdict.NotWritten);
        });
    }

    // Whoever answers late is told that the alert is over; that they answered is on file.
    private void TakeLateAnswer(AlertId alert, RecipientId recipient, AcknowledgementOption option, string via, Action<CommandVerdict> answer)
    {
        if (option == AcknowledgementOption.None || !IsNews(_lateAnswers, (recipient, option)))
        {
            answer(CommandVerdict.NotRunning);
            return;
        }

        var happened = new LateAcknowledged { Alert = alert, At = Now, Recipient = recipient, Option = option, Via = via };
        _writer.Write(happened, keep: true, first: _ => answer(CommandVerdict.NotRunning));
    }

    private static bool IsNews<T>(HashSet<T> known, T fact)
    {
        if (known.Count >= MostLateFacts)
        {
            known.Clear();
        }

        return known.Add(fact);
    }
}
