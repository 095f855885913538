using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>From a plan to a line: due, ready, reserved, written, begun.</content>
internal sealed partial class Dispatcher
{
    /// <summary>Plans a recipient and puts it where its step says.</summary>
    private void Plan(AlertRun run, RecipientState recipient)
    {
        if (recipient.IsFinal || recipient.Writing)
        {
            return;
        }

        run.Supersede(recipient);
        recipient.IsListening = false;
        var now = Now;
        switch (NextStep(run, recipient, now))
        {
            case ListenStep listen:
                recipient.IsListening = true;
                run.Due.Enqueue(new QueueEntry(recipient, recipient.Ticket), listen.Until.UtcTicks);
                break;
            case AttemptStep planned:
                var step = planned.NotBefore < recipient.HeldUntil ? planned with { NotBefore = recipient.HeldUntil } : planned;
                recipient.Lane = (byte)step.Lane;
                recipient.PointIndex = (byte)step.PointIndex;
                recipient.AvoidLine = step.AvoidLine;
                recipient.LeaveVoicemail = step.LeaveVoicemail;
                if (step.NotBefore <= now)
                {
                    if (step.OtherChannelAt is { } other && other > now)
                    {
                        run.Due.Enqueue(new QueueEntry(recipient, recipient.Ticket), other.UtcTicks);
                    }

                    MakeReady(run, recipient);
                }
                else
                {
                    run.Due.Enqueue(new QueueEntry(recipient, recipient.Ticket), step.NotBefore.UtcTicks);
                }

                break;
            case FinishStep finish:
                Finish(run, recipient, finish);
                break;
        }
    }

    private static DeliveryStep NextStep(AlertRun run, RecipientState recipient, DateTimeOffset now)
    {
        var step = DeliveryPlanner.Next(recipient.History, run.Terms, now);
        if (run.Phase != AlertPhase.Ending || step is FinishStep { Reason: FinishReason.Acknowledged or FinishReason.HeardEnough })
        {
            return step;
        }

        return recipient.OpenAttempts > 0
            ? WaitStep.Instance
            : new FinishStep(recipient.History.Score(), run.Ending == AlertEnding.Stopped ? FinishReason.Stopped : FinishReason.LifetimeEnded);
    }

    private void Finish(AlertRun run, RecipientState recipient, FinishStep finish)
    {
        recipient.IsFinal = true;
        run.Closed(recipient);
        _finalsInFlight++;
        var happened = new RecipientFinished
        {
            Alert = run.Alert.Id,
            At = Now,
            Recipient = recipient.Id,
            Score = finish.Score,
            Reason = finish.Reason,
        };
        _writer.Write(happened, keep: true, first: _ => _finalsInFlight--, written: () => FinalOnDisk(run, 1), refused: () => GoAstray(run, 1));
    }

    private void FinalOnDisk(AlertRun run, int recipients)
    {
        run.FinalWritten += recipients;
        run.ProgressChanged = true;
        CheckFinished(run);
    }

    private void MakeReady(AlertRun run, RecipientState recipient)
    {
        var point = recipient.Points[recipient.PointIndex];
        var route = _channels.TryGetValue(point.Kind, out var channel)
            ? channel.RouteOf(new RouteRequest(point, recipient.CallerId, recipient.AvoidLine))
            : string.Empty;
        if (channel is null || route.Length == 0)
        {
            if (_writer.Health.CanWork && !_shutdown && run.Phase == AlertPhase.Running)
            {
                Begin(run, recipient, null, null);
            }
            else
            {
                run.Due.Enqueue(new QueueEntry(recipient, recipient.Ticket), (Now + _options.StoreRetries[^1]).UtcTicks);
            }

            return;
        }

        if (!_routes.TryGetValue((point.Kind, route), out var queues))
        {
            _routes.Add((point.Kind, route), queues = new RouteQueues(channel, route));
        }

        queues.Of(run).Add(recipient);
        run.MadeReady(recipient);
    }

    /// <summary>Gives every free line to whoever is next.</summary>
    private void ServeLines(DateTimeOffset now)
    {
        if (!_writer.Health.CanWork || _shutdown)
        {
            return;
        }

        foreach (var route in _routes.Values)
        {
            while (route.TryNext(out var queue, out var recipient))
            {
                if (!IsNumberFree(queue!.Run, recipient!, now))
                {
                    continue;
                }

                if (!route.Channel.TryReserve(route.Route, out var line))
                {
                    break;
                }

                route.Served(queue);
                Begin(queue.Run, recipient!, route.Channel, line);
            }
        }
    }

    private bool IsNumberFree(AlertRun run, RecipientState recipient, DateTimeOffset now)
    {
        var point = recipient.Points[recipient.PointIndex];
        if (point.Kind != ChannelKind.Voice || _guard.MayCall(point.Number, run.Terms.Policy.NumberFloor, now, out var notBefore))
        {
            return true;
        }

        var ticket = run.Supersede(recipient);
        if (notBefore is { } later)
        {
            run.Due.Enqueue(new QueueEntry(recipient, ticket), later.UtcTicks);
        }
        else
        {
            _guard.WaitFor(point.Number, () =>
            {
                if (recipient.Ticket == ticket)
                {
                    Post(() => Plan(run, recipient));
                }
            });
        }

        return false;
    }

    private void Begin(AlertRun run, RecipientState recipient, IDeliveryChannel? channel, ILineReservation? line)
    {
        var now = Now;
        var doubtful = recipient.AttemptCount > 0 && recipient.Attempts[^1].Outcome == AttemptOutcome.Interrupted;
        var kind = recipient.Points[recipient.PointIndex].Kind;
        var token = kind is ChannelKind.Sms or ChannelKind.Email && line is not null ? _options.NewLinkToken?.Invoke() : null;
        var attempt = new AttemptRun(this, run, recipient, AttemptId.New(_clock.Provider), line, now) { LinkToken = token };
        run.Supersede(recipient);
        recipient.Writing = true;
        recipient.OpenAttempts++;
        recipient.AddAttempt(new PastAttempt(attempt.PointIndex, attempt.Lane, AttemptOutcome.Open, now, now, attempt.Line));
        run.Opened(attempt);
        run.WatchAt ??= now + WatchInterval;
        if (attempt.Point.Kind == ChannelKind.Voice)
        {
            _guard.Begin(attempt.Point.Number, now);
        }

        var happened = new AttemptBegun
        {
            Alert = run.Alert.Id,
            At = now,
            Recipient = recipient.Id,
            Attempt = attempt.Id,
            Number = attempt.Number,
            Lane = attempt.Lane,
            PointIndex = attempt.PointIndex,
            Point = attempt.Point.Id,
            Channel = attempt.Point.Kind,
            Address = attempt.Point.Address,
            Line = attempt.Line,
            CallerId = attempt.CallerId,
            References = AnswerReferences(attempt),
            DoubtfulRepeat = doubtful,
        };
        _writer.Write(happened, keep: false, first: onDisk => BegunOnDisk(attempt, channel, onDisk), refused: () => Hold(recipient));
    }

    private static IReadOnlyList<string>? AnswerReferences(AttemptRun attempt) => (attempt.Point.Kind, attempt.LinkToken) switch
    {
        (ChannelKind.Sms, null) => [AttemptReference.TextTo(attempt.Point.Number)],
        (ChannelKind.Sms, { } token) => [AttemptReference.TextTo(attempt.Point.Number), AttemptReference.Link(token)],
        (_, { } token) => [AttemptReference.Link(token)],
        _ => null,
    };

    private void BegunOnDisk(AttemptRun attempt, IDeliveryChannel? channel, bool onDisk)
    {
        var (run, recipient) = (attempt.Run, attempt.Recipient);
        recipient.Writing = false;
        if (!onDisk)
        {
            TakeBack(attempt);
            return;
        }

        recipient.CallerId ??= attempt.CallerId;
        run.Attempts++;
        run.ProgressChanged = true;
        Offload(() => _ = attempt.DeliverAsync(channel));
        if (run.Terms.Policy.Lanes.Count > 1)
        {
            Plan(run, recipient);
        }
    }

    /// <summary>The entry could not be written, so the attempt does not happen.</summary>
    private void TakeBack(AttemptRun attempt)
    {
        var (run, recipient) = (attempt.Run, attempt.Recipient);
        recipient.RemoveLastAttempt();
        run.Fresh += attempt.CallNumber == 1 ? 1 : 0;
        recipient.OpenAttempts--;
        run.Open.Remove(attempt);
        ReleaseNumber(attempt, rang: false);
        attempt.Reservation?.Dispose();
        attempt.Dispose();
        if (run.Phase == AlertPhase.Ending && recipient.OpenAttempts == 0 && !recipient.IsFinal)
        {
            // On disk no attempt was open when the alert ended, so that entry closed this recipient too.
            recipient.IsFinal = true;
            run.ClosedByEnding++;
            if (run.EndingWritten)
            {
                FinalOnDisk(run, 1);
            }

            return;
        }

        Plan(run, recipient);
    }

    private void ReleaseNumber(AttemptRun attempt, bool rang)
    {
        if (attempt.Point.Kind == ChannelKind.Voice)
        {
            _guard.End(attempt.Point.Number, rang, Now);
        }
    }
}
