using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>How a new process goes on where a dead one was.</content>
internal sealed partial class Dispatcher
{
    private static readonly TimeSpan HangUpLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Takes over every unfinished alert. Attempts that were in the air are closed (acknowledged or heard where that is on disk,
    /// else interrupted), their standing calls hung up, their recipients planned again.
    /// </summary>
    /// <returns>How many alerts go on.</returns>
    public async Task<int> RestartAsync(IStandingCallCleaner? cleaner, CancellationToken ct)
    {
        var unfinished = await _store.LoadUnfinishedAsync(ct);
        var done = NewSource<bool>();
        Post(() =>
        {
            foreach (var alert in unfinished)
            {
                GoOn(alert, cleaner);
            }

            done.TrySetResult(true);
        });
        if (!_pumped)
        {
            await done.Task;
        }

        return unfinished.Count;
    }

    private void GoOn(UnfinishedAlert stored, IStandingCallCleaner? cleaner)
    {
        var recipients = stored.Recipients;
        var run = NewRun(stored.Alert, [.. recipients.Select(r => r.Recipient)], stored.Totals);
        run.Phase = stored.Phase;
        run.Ending = stored.Ending;
        run.EndingWritten = stored.Phase == AlertPhase.Ending;
        _runs.Add(run);
        var now = Now;
        var interrupted = 0;
        for (var i = 0; i < recipients.Count; i++)
        {
            var state = run.Recipients[i];
            state.Restore(recipients[i], now);
            Remember(state, now);
            foreach (var open in recipients[i].Open)
            {
                interrupted++;
                Close(run, state, open, recipients[i].Attempts[open.Number - 1], now);
                if (open.DialogIdentity is { Length: > 0 } dialog && cleaner is not null)
                {
                    Offload(() => _ = HangUpAsync(cleaner, dialog, open.Attempt));
                }
            }

            if (run.Phase == AlertPhase.Ending)
            {
                Plan(run, state);
            }
        }

        _logger.AlertGoesOn(run.Alert.Id, recipients.Count, interrupted);
        Publish(run, now);
        CheckFinished(run);
    }

    private void Close(AlertRun run, RecipientState recipient, OpenAttempt open, PastAttempt begun, DateTimeOffset now)
    {
        var outcome = open.Acknowledged ? AttemptOutcome.Acknowledged : open.Heard ? AttemptOutcome.Heard : AttemptOutcome.Interrupted;
        recipient.OpenAttempts--;
        recipient.ReplaceAttempt(open.Number, new PastAttempt(begun.PointIndex, begun.Lane, outcome, begun.Begun, now, begun.Line));
        recipient.Writing = true;
        if (recipient.Points[begun.PointIndex].Kind == ChannelKind.Voice)
        {
            _guard.Remember(recipient.Points[begun.PointIndex].Number, now, now);
        }

        var step = NextStep(run, recipient, now);
        WriteEnd(run, recipient, recipient.Points[begun.PointIndex].Kind, step, new AttemptEnded
        {
            Alert = run.Alert.Id,
            At = now,
            Recipient = recipient.Id,
            Attempt = open.Attempt,
            Outcome = outcome,
            Detail = "the process ended while the attempt was in the air",
            Line = begun.Line ?? AttemptRun.NoLine,
            CallerId = recipient.CallerId,
            Score = recipient.History.Score(),
            Next = step is AttemptStep next ? new PlannedStep(next.NotBefore, next.PointIndex, next.Lane) : null,
            Final = step is FinishStep finish ? finish.Reason : null,
        });
    }

    private void Remember(RecipientState recipient, DateTimeOffset now)
    {
        foreach (ref readonly var attempt in recipient.Attempts)
        {
            var point = recipient.Points[attempt.PointIndex];
            if (point.Kind == ChannelKind.Voice && attempt.Outcome != AttemptOutcome.Open && RetryRules.For(attempt.Outcome).RingsPhone)
            {
                _guard.Remember(point.Number, attempt.Ended, now);
            }
        }
    }

    private async Task HangUpAsync(IStandingCallCleaner cleaner, string dialog, AttemptId attempt)
    {
        using var limit = new CancellationTokenSource(HangUpLimit, _clock.Provider);
        try
        {
            await cleaner.HangUpAsync(dialog, limit.Token);
        }
        catch (Exception fault)
        {
            _logger.StandingCall(fault, attempt);
        }
    }
}
