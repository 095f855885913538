using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What the network tells later about attempts that it had taken.</content>
internal sealed partial class Dispatcher
{
    public Task<ReportVerdict> ReportDeliveryAsync(AttemptPlace place, DeliveryReport report)
    {
        var done = NewSource<ReportVerdict>();
        Post(() => TakeReport(place, report, verdict => done.TrySetResult(verdict)));
        return done.Task;
    }

    private void TakeReport(AttemptPlace place, DeliveryReport report, Action<ReportVerdict> answer)
    {
        var run = _runs.Find(one => one.Alert.Id == place.Alert);
        if (run is null || run.FinishWritten)
        {
            TakeLateReport(place, report, answer);
            return;
        }

        if (run.Find(place.Recipient) is not { } recipient || place.Number > recipient.AttemptCount)
        {
            answer(ReportVerdict.NotRunning);
            return;
        }

        var past = recipient.Attempts[place.Number - 1];
        if (past.Outcome == AttemptOutcome.Open && run.Open.FirstOrDefault(attempt => attempt.Id == place.Attempt) is { } open)
        {
            open.EarlyReport += () => TakeReport(place, report, answer);
            return;
        }

        if (past.Outcome is not (AttemptOutcome.Submitted or AttemptOutcome.Unknown) || report.Outcome is AttemptOutcome.Submitted or AttemptOutcome.Unknown or AttemptOutcome.Open)
        {
            answer(ReportVerdict.KnownAlready);
            return;
        }

        recipient.ReplaceAttempt(
            place.Number, new PastAttempt(past.PointIndex, past.Lane, report.Outcome, past.Begun, past.Ended, past.Line, past.VoicemailLeft));
        var step = recipient.IsFinal ? WaitStep.Instance : NextStep(run, recipient, Now);
        WriteReport(run, recipient, past, answer, new DeliveryReported
        {
            Alert = run.Alert.Id,
            At = Now,
            Recipient = recipient.Id,
            Attempt = place.Attempt,
            Outcome = report.Outcome,
            Detail = report.Detail,
            PointVerdict = RetryRules.For(report.Outcome).Verdict,
            Score = recipient.IsFinal ? recipient.CountedScore : recipient.History.Score(),
            Next = step is AttemptStep next ? new PlannedStep(next.NotBefore, next.PointIndex, next.Lane) : null,
            Final = step is FinishStep finish ? finish.Reason : null,
        });

        void WriteReport(AlertRun run, RecipientState recipient, PastAttempt before, Action<ReportVerdict> answer, DeliveryReported happened)
        {
            var wasFinal = recipient.IsFinal;
            if (happened.Final is not null)
            {
                recipient.IsFinal = true;
                run.Closed(recipient);
            }

            run.EndsInFlight++;
            _writer.Write(
                happened,
                keep: true,
                first: onDisk => answer(onDisk ? ReportVerdict.Recorded : ReportVerdict.NotWritten),
                written: () =>
                {
                    run.EndsInFlight--;
                    run.ProgressChanged = true;
                    if (!wasFinal)
                    {
                        run.Count(recipient, happened.Score);
                    }

                    Feed.Publish(new AttemptNotice(run.Alert.Id, recipient.Id, happened.Attempt, happened.Outcome, happened.Detail)
                    {
                        At = happened.At,
                        Channel = recipient.Points[before.PointIndex].Kind,
                        IsReport = true,
                    });
                    GoOnAfterReport(run, recipient, happened.Final is not null);
                },
                refused: () =>
                {
                    // The journal knows better: what it says of the attempt stays, and a repeated report is answered as known.
                    run.EndsInFlight--;
                    recipient.ReplaceAttempt(place.Number, before);
                    recipient.IsFinal = wasFinal;
                    GoOnAfterReport(run, recipient, isFinalNow: false);
                });
        }
    }

    private void GoOnAfterReport(AlertRun run, RecipientState recipient, bool isFinalNow)
    {
        if (isFinalNow)
        {
            FinalOnDisk(run, 1);
            return;
        }

        Plan(run, recipient);
        CheckFinished(run);
    }
}
