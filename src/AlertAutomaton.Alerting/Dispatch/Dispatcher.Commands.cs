using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What people order: launch, pause, resume, stop, and news from outside of a call.</content>
internal sealed partial class Dispatcher
{
    /// <summary>Takes over an alert that is on disk.</summary>
    public Task AdoptAsync(AlertOrder order)
    {
        var run = NewRun(order.Alert, order.Recipients, new AlertTotals { Recipients = order.Recipients.Count, Unreached = order.Recipients.Count });
        var done = NewSource<bool>();
        Post(() =>
        {
            _runs.Add(run);
            Publish(run, Now);
            _logger.AlertRuns(run.Alert.Id, run.RecipientCount, run.Alert.Kind);
            done.TrySetResult(true);
        });
        return done.Task;
    }

    public Task<CommandVerdict> PauseAsync(AlertId alert, string by, string reason) => Command(alert, (run, answer) =>
    {
        if (run.Phase != AlertPhase.Running)
        {
            answer(run.Phase == AlertPhase.Paused ? CommandVerdict.AlreadySo : CommandVerdict.Ending);
            return;
        }

        run.Phase = AlertPhase.Paused;
        Publish(run, Now);
        _writer.Write(new AlertPaused { Alert = alert, At = Now, By = by, Reason = reason }, keep: true, first: onDisk => answer(Said(onDisk)));
    });

    public Task<CommandVerdict> ResumeAsync(AlertId alert, string by) => Command(alert, (run, answer) =>
    {
        if (run.Phase != AlertPhase.Paused)
        {
            answer(run.Phase == AlertPhase.Running ? CommandVerdict.AlreadySo : CommandVerdict.Ending);
            return;
        }

        run.Phase = AlertPhase.Running;
        Publish(run, Now);
        _writer.Write(new AlertResumed { Alert = alert, At = Now, By = by }, keep: true, first: onDisk => answer(Said(onDisk)));
    });

    /// <summary>No attempt begins after this answered; those that ring are being cancelled, those that talk have the talking limit.</summary>
    public Task<CommandVerdict> StopAsync(AlertId alert, string by, string reason) => Command(alert, (run, answer) =>
    {
        if (run.Phase == AlertPhase.Ending || run.FinishWritten)
        {
            answer(CommandVerdict.AlreadySo);
            return;
        }

        End(run, AlertEnding.Stopped, new AlertStopped { Alert = alert, At = Now, By = by, Reason = reason }, onDisk => answer(Said(onDisk)));
    });

    /// <summary>Somebody acknowledged otherwise than in an attempt: called back, replied, followed a link, told an operator.</summary>
    public Task<CommandVerdict> AcknowledgeAsync(AlertId alert, RecipientId recipient, AcknowledgementOption option, string via) =>
        Command(alert, (run, answer) =>
        {
            if (run.FinishWritten)
            {
                TakeLateAnswer(alert, recipient, option, via, answer);
                return;
            }

            if (run.Find(recipient) is not { } state || option == AcknowledgementOption.None)
            {
                answer(CommandVerdict.NotRunning);
                return;
            }

            var happened = new Acknowledged { Alert = alert, At = Now, Recipient = recipient, Option = option, Via = via };
            WriteAcknowledgement(run, state, happened, null, onDisk => answer(Said(onDisk)));
        },
        answer => TakeLateAnswer(alert, recipient, option, via, answer));

    /// <summary>Closes a contact point in every running alert.</summary>
    public Task<int> ClosePointAsync(ContactPointId point, PointVerdict verdict, string why)
    {
        var done = NewSource<int>();
        Post(() =>
        {
            var closed = 0;
            foreach (var run in _runs)
            {
                foreach (var recipient in run.Recipients)
                {
                    closed += ClosePoint(run, recipient, point, verdict, why) ? 1 : 0;
                }
            }

            done.TrySetResult(closed);
        });
        return done.Task;
    }

    public Task<AlertProgress?> ProgressAsync(AlertId alert)
    {
        var done = NewSource<AlertProgress?>();
        Post(() => done.TrySetResult(
            _runs.Find(r => r.Alert.Id == alert) is { } run
                ? run.Snapshot(Now)
                : _finished.FirstOrDefault(progress => progress.Alert == alert)));
        return done.Task;
    }

    public Task<IReadOnlyList<AlertProgress>> RunningAsync()
    {
        var done = NewSource<IReadOnlyList<AlertProgress>>();
        Post(() => done.TrySetResult([.. _runs.Select(run => run.Snapshot(Now))]));
        return done.Task;
    }

    public Task<AlertProgress?> FinishedAsync(AlertId alert)
    {
        var found = NewSource<Task<AlertProgress?>>();
        Post(() => found.TrySetResult(
            _runs.Find(r => r.Alert.Id == alert)?.Finished.Task
            ?? Task.FromResult(_finished.FirstOrDefault(progress => progress.Alert == alert))));
        return Wait();

        async Task<AlertProgress?> Wait() => await await found.Task;
    }

    /// <summary>Begins nothing more; what rings is cancelled and planned again by the next process, what talks may end within the limit.</summary>
    public async Task ShutDownAsync()
    {
        Post(() =>
        {
            _shutdown = true;
            CutCalls(_writer.Health.IsFatal ? _options.TalkingLimitWithoutStore : _options.TalkingLimit);
        });
        var patience = (Health.IsFatal ? _options.TalkingLimitWithoutStore : _options.TalkingLimit) + TimeSpan.FromSeconds(10);
        await Task.WhenAny(_drained.Task, Task.Delay(patience, _clock.Provider, CancellationToken.None));
    }

    /// <summary>The store must not be used any more: nothing begins, what rings is cancelled, what talks ends within seconds.</summary>
    public void LoseStore(string cause) => Post(() => _writer.Lose(cause));

    private void CutCalls(TimeSpan talking)
    {
        var end = Now + talking;
        foreach (var run in _runs)
        {
            if (run.Open.Count > 0 && (run.TalkingEnds is null || run.TalkingEnds > end))
            {
                run.TalkingEnds = end;
            }

            foreach (var attempt in run.Open)
            {
                attempt.CutByShutdown = true;
                if (!attempt.Answered)
                {
                    Cancel(attempt);
                }
            }
        }
    }

    private static CommandVerdict Said(bool onDisk) => onDisk ? CommandVerdict.Done : CommandVerdict.InForceNotWritten;

    private AlertRun NewRun(Alert alert, IReadOnlyList<Recipient> recipients, AlertTotals totals)
    {
        var languages = new Dictionary<string, string>(StringComparer.Ordinal);
        var states = new RecipientState[recipients.Count];
        var keepsNames = alert.Message.UsesNames;
        // A trusted person must be told whom to look after, whatever the message says.
        var keepsVulnerableNames = alert.Policy.Lanes.Any(lane => lane is { Audience: ContactPointRole.Trusted, Channel: ChannelKind.Sms or ChannelKind.Email });
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = new RecipientState(recipients[i], Shared(recipients[i].Language), keepsNames || (keepsVulnerableNames && recipients[i].Vulnerable));
        }

        return new AlertRun(alert, DeliveryTerms.Of(alert, _numbers, _served), states, totals, NewSource<AlertProgress?>());

        string Shared(string language) => languages.TryGetValue(language, out var known) ? known : languages[language] = language;
    }

    private Task<CommandVerdict> Command(AlertId alert, Action<AlertRun, Action<CommandVerdict>> command, Action<Action<CommandVerdict>>? notRunning = null)
    {
        var done = NewSource<CommandVerdict>();
        Post(() =>
        {
            if (_runs.Find(run => run.Alert.Id == alert) is { } run)
            {
                command(run, verdict => done.TrySetResult(verdict));
            }
            else if (notRunning is not null)
            {
                notRunning(verdict => done.TrySetResult(verdict));
            }
            else
            {
                done.TrySetResult(CommandVerdict.NotRunning);
            }
        });
        return done.Task;
    }

    private bool ClosePoint(AlertRun run, RecipientState recipient, ContactPointId point, PointVerdict verdict, string why)
    {
        var closed = false;
        for (var i = 0; i < recipient.Points.Length && !recipient.IsFinal; i++)
        {
            if (recipient.Points[i].Id != point || (recipient.ClosedPoints & (1u << i)) != 0)
            {
                continue;
            }

            closed = true;
            recipient.ClosedPoints |= 1u << i;
            var happened = new ContactPointInvalidated
            {
                Alert = run.Alert.Id,
                At = Now,
                Recipient = recipient.Id,
                Point = point,
                PointIndex = i,
                Verdict = verdict,
                Why = why,
            };
            _writer.Write(happened, keep: true);
        }

        if (closed)
        {
            Plan(run, recipient);
        }

        return closed;
    }

    private void Expire(AlertRun run) =>
        End(run, AlertEnding.Expired, new AlertExpired { Alert = run.Alert.Id, At = Now }, static _ => { });

    private void End(AlertRun run, AlertEnding ending, AlertEvent happened, Action<bool> first)
    {
        run.Phase = AlertPhase.Ending;
        run.Ending = ending;
        foreach (var recipient in run.Recipients)
        {
            if (!recipient.IsFinal && recipient.OpenAttempts == 0)
            {
                recipient.IsFinal = true;
                run.Supersede(recipient);
                run.ClosedByEnding++;
            }
        }

        run.Due.Clear();
        foreach (var route in _routes.Values)
        {
            route.Remove(run);
        }

        foreach (var attempt in run.Open)
        {
            if (!attempt.Answered)
            {
                Cancel(attempt);
            }
        }

        run.TalkingEnds = run.Open.Count > 0 ? Now + _options.TalkingLimit : null;
        _logger.AlertEnds(run.Alert.Id, ending, run.Open.Count);
        Publish(run, Now);
        _writer.Write(happened, keep: true, first, written: () =>
        {
            run.EndingWritten = true;
            FinalOnDisk(run, run.ClosedByEnding);
        },
        refused: () =>
        {
            // In force all the same: nobody is called any more, and the next start reads what the journal does say.
            run.EndingWritten = true;
            GoAstray(run, run.ClosedByEnding);
        });
    }

    private void CheckFinished(AlertRun run)
    {
        if (run.FinishWritten || run.FinalWritten + run.Astray < run.RecipientCount || run.Open.Count > 0 || run.EndsInFlight > 0
            || (run.Phase == AlertPhase.Ending && !run.EndingWritten))
        {
            return;
        }

        run.FinishWritten = true;
        var ending = run.Ending == AlertEnding.None ? AlertEnding.Completed : run.Ending;
        var at = Now;
        var finished = new AlertFinished { Alert = run.Alert.Id, At = at, Ending = ending, Totals = run.Totals() };
        _writer.Write(finished, keep: true, written: () => Leave(run, ending, at), refused: () =>
        {
            _logger.AlertNotClosed(run.Alert.Id);
            Leave(run, ending, at);
        });
    }

    private void Leave(AlertRun run, AlertEnding ending, DateTimeOffset at)
    {
        run.Phase = AlertPhase.Finished;
        run.Ending = ending;
        run.FinishedAt = at;
        _runs.Remove(run);
        foreach (var route in _routes.Values)
        {
            route.Remove(run);
        }

        Publish(run, Now);
        _logger.AlertFinished(run.Alert.Id, ending);
        _finished.Enqueue(run.Latest!);
        if (_finished.Count > _options.FinishedKept)
        {
            _finished.Dequeue();
        }

        run.Finished.TrySetResult(run.Latest!);
    }
}
