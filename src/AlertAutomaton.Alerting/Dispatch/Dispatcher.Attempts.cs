using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What channels report, and how attempts end.</content>
internal sealed partial class Dispatcher
{
    /// <summary>Writes what a channel reports about an open attempt.</summary>
    public Task Report(AttemptRun attempt, Func<AlertEvent?> happened)
    {
        var done = NewSource<bool>();
        Post(() =>
        {
            if (attempt.Run.Open.Contains(attempt) && happened() is { } e)
            {
                attempt.Run.ProgressChanged = true;
                _writer.Write(e, keep: false, first: onDisk => done.TrySetResult(onDisk));
            }
            else
            {
                done.TrySetResult(false);
            }
        });
        return done.Task;
    }

    /// <summary>Writes an acknowledgement. From this moment on no other attempt of the household begins, whatever the store does.</summary>
    public Task<bool> AcknowledgeInAttempt(AttemptRun attempt, AcknowledgementOption option)
    {
        var done = NewSource<bool>();
        Post(() =>
        {
            if (!attempt.Run.Open.Contains(attempt) || option == AcknowledgementOption.None)
            {
                done.TrySetResult(false);
                return;
            }

            attempt.Acknowledged = true;
            var happened = new Acknowledged
            {
                Alert = attempt.Run.Alert.Id,
                At = Now,
                Recipient = attempt.Recipient.Id,
                Option = option,
                Attempt = attempt.Id,
            };
            WriteAcknowledgement(attempt.Run, attempt.Recipient, happened, attempt, onDisk => done.TrySetResult(onDisk));
        });
        return done.Task;
    }

    /// <summary>The channel is done with an attempt.</summary>
    public void AttemptOver(AttemptRun attempt, AttemptResult result)
    {
        var (run, recipient, now) = (attempt.Run, attempt.Recipient, Now);
        if (!run.Open.Remove(attempt))
        {
            return;
        }

        run.Talking -= attempt.Answered ? 1 : 0;
        attempt.Dispose();
        var outcome = Judge(attempt, result);
        var line = result.Line ?? attempt.Line;
        recipient.ReplaceAttempt(
            attempt.Number,
            new PastAttempt(
                attempt.PointIndex, attempt.Lane, outcome, attempt.Begun, now, line, result.VoicemailLeft, result.RetryAfter ?? TimeSpan.Zero));
        recipient.OpenAttempts--;
        ReleaseNumber(attempt, RetryRules.For(outcome).RingsPhone);
        var step = NextStep(run, recipient, now);
        WriteEnd(run, recipient, attempt.Point.Kind, step, new AttemptEnded
        {
            Alert = run.Alert.Id,
            At = now,
            Recipient = recipient.Id,
            Attempt = attempt.Id,
            Outcome = outcome,
            Detail = result.Detail,
            Line = line,
            CallerId = result.CallerId ?? attempt.CallerId,
            Talked = result.Talked,
            VoicemailLeft = result.VoicemailLeft,
            RetryAfter = result.RetryAfter ?? TimeSpan.Zero,
            References = result.References.Count > 0 ? result.References : null,
            Units = result.Units,
            PointVerdict = RetryRules.For(outcome).Verdict,
            Score = recipient.History.Score(),
            Next = step is AttemptStep next ? new PlannedStep(next.NotBefore, next.PointIndex, next.Lane) : null,
            Final = step is FinishStep finish ? finish.Reason : null,
        });
        if (!attempt.IsCancelled)
        {
            // What we cut ourselves says nothing about phones.
            run.Learn(outcome, attempt.CallNumber, now - attempt.Begun);
        }

        attempt.EarlyReport?.Invoke();
    }

    /// <summary>A key always wins, and only what is on disk counts: the channel's own view is corrected by what it reported before.</summary>
    private static AttemptOutcome Judge(AttemptRun attempt, AttemptResult result)
    {
        if (attempt.Acknowledged)
        {
            return AttemptOutcome.Acknowledged;
        }

        var outcome = result.Outcome;
        if (outcome is AttemptOutcome.Acknowledged or AttemptOutcome.Open)
        {
            return attempt.Heard ? AttemptOutcome.Heard : AttemptOutcome.CutShort;
        }

        if (attempt.Heard && outcome is AttemptOutcome.CutShort or AttemptOutcome.Network or AttemptOutcome.NotSent)
        {
            return AttemptOutcome.Heard;
        }

        return attempt.CutByShutdown && !attempt.Answered && outcome is AttemptOutcome.NoAnswer or AttemptOutcome.NotSent
            ? AttemptOutcome.Interrupted
            : outcome;
    }

    private void WriteEnd(AlertRun run, RecipientState recipient, ChannelKind kind, DeliveryStep step, AttemptEnded ended)
    {
        var failed = false;
        if (step is FinishStep && !recipient.IsFinal)
        {
            recipient.IsFinal = true;
            run.Closed(recipient);
        }

        run.EndsInFlight++;
        _writer.Write(
            ended,
            keep: true,
            first: onDisk => failed = !onDisk,
            written: () =>
            {
                run.EndsInFlight--;
                run.Count(recipient, ended.Score > recipient.CountedScore ? ended.Score : recipient.CountedScore);
                Feed.Publish(new AttemptNotice(run.Alert.Id, recipient.Id, ended.Attempt, ended.Outcome, ended.Detail) { At = ended.At, Channel = kind, Talked = ended.Talked, Units = ended.Units });
                recipient.Writing = false;
                run.ProgressChanged = true;
                if (ended.Final is not null)
                {
                    FinalOnDisk(run, 1);
                }
                else if (failed && recipient.IsFinal && run.EndingWritten && recipient.OpenAttempts == 0)
                {
                    // The end of the alert overtook this entry on the way to a failing store and found the attempt open on disk.
                    run.FinalWritten--;
                    Finish(run, recipient, new FinishStep(ended.Score, run.Ending == AlertEnding.Stopped ? FinishReason.Stopped : FinishReason.LifetimeEnded));
                }
                else
                {
                    Plan(run, recipient);
                    CheckFinished(run);
                }
            },
            refused: () =>
            {
                run.EndsInFlight--;
                recipient.Writing = false;
                Hold(recipient);
                if (ended.Final is not null)
                {
                    GoAstray(run, 1);
                    return;
                }

                Plan(run, recipient);
                CheckFinished(run);
            });
    }

    /// <summary>The journal and the memory disagree about a recipient: its next step waits, so that a contradiction never turns in circles.</summary>
    private void Hold(RecipientState recipient) => recipient.HeldUntil = Now + _options.AfterContradiction;

    private void GoAstray(AlertRun run, int recipients)
    {
        run.Astray += recipients;
        CheckFinished(run);
    }

    private void WriteAcknowledgement(AlertRun run, RecipientState recipient, Acknowledged happened, AttemptRun? own, Action<bool> first)
    {
        var before = recipient.Acknowledgement;
        recipient.Acknowledgement = happened.Option;
        run.Supersede(recipient);
        foreach (var other in run.Open)
        {
            if (ReferenceEquals(other.Recipient, recipient) && !ReferenceEquals(other, own) && !other.Answered)
            {
                Cancel(other);
            }
        }

        WriteDown(run, recipient, happened, own, before, first);
    }

    private void WriteDown(
        AlertRun run, RecipientState recipient, Acknowledged happened, AttemptRun? own, AcknowledgementOption before, Action<bool> first)
    {
        var writtenAnew = false;
        _writer.Write(happened, keep: true, onDisk => Tell(onDisk), written: () =>
        {
            run.Count(recipient, RecipientScore.Confirmed);
            run.CountAnswer(before, happened.Option);
            if (before == AcknowledgementOption.None)
            {
                run.AnsweredInWriting(recipient, happened.At);
            }

            run.ProgressChanged = true;
            if (own is null)
            {
                Plan(run, recipient);
            }
        },
        refused: () =>
        {
            Hold(recipient);
            if (happened.Attempt is not null)
            {
                // It says who and what even when the journal cannot tie it to its attempt.
                writtenAnew = true;
                WriteDown(run, recipient, happened with { Attempt = null, Via = "attempt" }, own, before, first);
                return;
            }

            // It never happened, so the household is told so and called on.
            recipient.Acknowledgement = before;
            if (own is not null)
            {
                own.Acknowledged = before != AcknowledgementOption.None;
            }

            Plan(run, recipient);
        });

        void Tell(bool onDisk)
        {
            if (!writtenAnew)
            {
                first(onDisk);
            }
        }
    }

    private void Cancel(AttemptRun attempt)
    {
        attempt.IsCancelled = true;
        Offload(attempt.SignalStop);
    }

    private TaskCompletionSource<T> NewSource<T>() =>
        new(_pumped ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
}
