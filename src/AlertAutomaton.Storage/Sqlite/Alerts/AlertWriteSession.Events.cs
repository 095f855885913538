using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>
/// What each event does to the rows. It mirrors <see cref="AlertReplay"/> and refuses what the replay refuses: an event that
/// contradicts the journal is a fault of its sender and must not become a fact.
/// </summary>
internal sealed partial class AlertWriteSession
{
    /// <summary>Adds the entry and changes the rows.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow on what the journal says.</exception>
    public void Apply(PreparedEvent prepared)
    {
        AlertEvent happened = prepared.Happened;
        AlertLedgerState ledger = Ledger(happened.Alert);
        switch (happened)
        {
            case AttemptBegun e:
                Begin(ledger, e);
                break;
            case AttemptEnded e:
                End(ledger, e);
                break;
            case AttemptEvent e:
                DuringAttempt(ledger, e);
                break;
            case DeliveryReported e:
                Report(ledger, e);
                break;
            case Acknowledged e:
                Acknowledge(ledger, e);
                break;
            case LateAcknowledged e:
                AcknowledgeLate(ledger, e);
                break;
            case RecipientFinished e:
                Finish(ledger, e);
                break;
            case ContactPointInvalidated e:
                ClosePoint(ledger, e);
                break;
            case AlertAccepted or RecipientsFrozen:
                throw new InvalidOperationException("An order is accepted whole, not event by event.");
            default:
                OnAlert(ledger, happened);
                break;
        }

        AppendEntry(ledger, prepared);
    }

    private void AppendEntry(AlertLedgerState ledger, PreparedEvent prepared)
    {
        JournalEntry entry = JournalChain.Append(
            prepared.Happened, prepared.Kind, prepared.Version, prepared.Payload, ledger.JournalLength + 1, ledger.JournalHash.Span);
        _insertEntry
            .Bind(1, AlertPlace.Of(ledger.Number, entry.Sequence))
            .Bind(2, ledger.Organisation)
            .Bind(3, entry.At.UtcTicks)
            .Bind(4, entry.Kind)
            .Bind(5, entry.Version)
            .Bind(6, entry.Payload.Span)
            .Bind(7, entry.Hash.Span)
            .Run();
        ledger.JournalLength = entry.Sequence;
        ledger.JournalHash = entry.Hash;
    }

    private RecipientState Recipient(AlertLedgerState ledger, RecipientEvent happened)
    {
        _recipientState.Bind(1, happened.Recipient.Value);
        if (!_recipientState.Read())
        {
            throw new InvalidOperationException($"Alert {ledger.Id} has no recipient {happened.Recipient}.");
        }

        var state = new RecipientState(
            _recipientState.Int64(0),
            (RecipientScore)_recipientState.Int32(1),
            !_recipientState.IsNull(2),
            (AcknowledgementOption)_recipientState.Int32(3),
            _recipientState.Int32(4),
            _recipientState.Int32(5));
        _recipientState.Reset();
        return state.Place >= AlertPlace.First(ledger.Number) && state.Place <= AlertPlace.Last(ledger.Number)
            ? state
            : throw new InvalidOperationException($"Recipient {happened.Recipient} is of another alert than {ledger.Id}.");
    }

    private void Begin(AlertLedgerState ledger, AttemptBegun e)
    {
        RecipientState recipient = Recipient(ledger, e);
        if (recipient.IsFinal)
        {
            throw new InvalidOperationException($"Attempt {e.Attempt} begins after recipient {e.Recipient} was final.");
        }

        if (e.Number != recipient.Attempts + 1)
        {
            throw new InvalidOperationException($"Attempt {e.Attempt} has number {e.Number}, expected {recipient.Attempts + 1}.");
        }

        _insertAttempt
            .Bind(1, AlertPlace.Of(ledger.Number, ledger.JournalLength + 1))
            .Bind(2, ledger.Organisation)
            .Bind(3, e.Attempt.Value)
            .Bind(4, recipient.Place)
            .Bind(5, e.Number)
            .Bind(6, e.PointIndex)
            .Bind(7, e.Lane)
            .Bind(8, e.Line)
            .Bind(9, e.CallerId)
            .Bind(10, e.DoubtfulRepeat ? 1 : 0)
            .Bind(11, e.At.UtcTicks)
            .Bind(12, (long)e.Channel)
            .Run();
        foreach (string reference in e.References ?? [])
        {
            Prepare("InsertReference").Bind(1, reference).Bind(2, AlertPlace.Of(ledger.Number, ledger.JournalLength + 1)).Bind(3, ledger.Organisation).Run();
        }

        _recipientBegins.Bind(1, recipient.Place).Bind(2, e.CallerId).Run();
        ledger.Attempts++;
    }

    private void End(AlertLedgerState ledger, AttemptEnded e)
    {
        RecipientState recipient = Recipient(ledger, e);
        _attemptEnds
            .Bind(1, e.Attempt.Value)
            .Bind(2, recipient.Place)
            .Bind(3, (long)e.Outcome)
            .Bind(4, e.Detail)
            .Bind(5, e.Line)
            .Bind(6, e.CallerId)
            .Bind(7, e.At.UtcTicks)
            .Bind(8, e.Talked.Ticks)
            .Bind(9, e.VoicemailLeft ? 1 : 0)
            .Bind(10, e.RetryAfter.Ticks)
            .Bind(11, e.Units)
            .Run();
        RequireOpen(e);
        foreach (string reference in e.References ?? [])
        {
            Prepare("InsertReferenceAtEnd").Bind(1, reference).Bind(2, recipient.Place).Bind(3, e.Attempt.Value).Run();
        }

        _recipientAttemptEnds
            .Bind(1, recipient.Place)
            .Bind(2, (long)e.Score)
            .Bind(3, (long?)e.Final)
            .Bind(4, e.Next?.NotBefore.UtcTicks)
            .Bind(5, (long?)e.Next?.PointIndex)
            .Bind(6, (long?)e.Next?.Lane)
            .Run();
        ledger.Move(recipient.Score, e.Score);
        ledger.Final += (e.Final is null ? 0 : 1) - (recipient.IsFinal ? 1 : 0);
    }

    private void DuringAttempt(AlertLedgerState ledger, AttemptEvent e)
    {
        long place = Recipient(ledger, e).Place;
        SqliteStatement change = e switch
        {
            AttemptAnswered answered => Prepare("AttemptAnswered").Bind(3, e.At.UtcTicks).Bind(4, answered.DialogIdentity.Length == 0 ? null : answered.DialogIdentity),
            MessageHeard => Prepare("AttemptHeard"),
            KeyPressed pressed => Prepare("AttemptKey").Bind(3, pressed.Key.ToString()),
            _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
        };
        change.Bind(1, e.Attempt.Value).Bind(2, place).Run();
        RequireOpen(e);
    }

    private void Report(AlertLedgerState ledger, DeliveryReported e)
    {
        RecipientState recipient = Recipient(ledger, e);
        Prepare("AttemptReported")
            .Bind(1, e.Attempt.Value)
            .Bind(2, recipient.Place)
            .Bind(3, (long)e.Outcome)
            .Bind(4, e.Detail)
            .Bind(5, e.At.UtcTicks)
            .Bind(6, (long)AttemptOutcome.Submitted)
            .Bind(7, (long)AttemptOutcome.Unknown)
            .Run();
        if (Changes() == 0)
        {
            throw new InvalidOperationException($"Attempt {e.Attempt} is reported on without waiting for a report.");
        }

        if (recipient.IsFinal)
        {
            return;
        }

        Prepare("RecipientReported")
            .Bind(1, recipient.Place)
            .Bind(2, (long)e.Score)
            .Bind(3, (long?)e.Final)
            .Bind(4, e.Next?.NotBefore.UtcTicks)
            .Bind(5, (long?)e.Next?.PointIndex)
            .Bind(6, (long?)e.Next?.Lane)
            .Run();
        ledger.Move(recipient.Score, e.Score);
        ledger.Final += e.Final is null ? 0 : 1;
    }

    private void Acknowledge(AlertLedgerState ledger, Acknowledged e)
    {
        RecipientState recipient = Recipient(ledger, e);
        if (e.Attempt is { } attempt)
        {
            Prepare("AttemptAcknowledged").Bind(1, attempt.Value).Bind(2, recipient.Place).Bind(3, (long)e.Option).Run();
            if (Changes() == 0)
            {
                throw new InvalidOperationException($"Attempt {attempt} is acknowledged without being open.");
            }
        }

        Prepare("RecipientAcknowledges")
            .Bind(1, recipient.Place)
            .Bind(2, (long)RecipientScore.Confirmed)
            .Bind(3, (long)e.Option)
            .Bind(4, e.At.UtcTicks)
            .Run();
        ledger.Move(recipient.Score, RecipientScore.Confirmed);
        ledger.Count(recipient.Acknowledgement, -1);
        ledger.Count(e.Option, 1);
    }

    private void AcknowledgeLate(AlertLedgerState ledger, LateAcknowledged e)
    {
        RecipientState recipient = Recipient(ledger, e);
        if (ledger.Phase != AlertPhase.Finished)
        {
            throw new InvalidOperationException($"Recipient {e.Recipient} acknowledges late before the end of alert {ledger.Id}.");
        }

        // Who had answered before has only the entry.
        if (recipient.Acknowledgement == AcknowledgementOption.None)
        {
            Prepare("RecipientAcknowledgesLate").Bind(1, recipient.Place).Bind(2, (long)e.Option).Bind(3, e.At.UtcTicks).Run();
            ledger.LateAnswers++;
        }
    }

    private void Finish(AlertLedgerState ledger, RecipientFinished e)
    {
        RecipientState recipient = Recipient(ledger, e);
        if (recipient.IsFinal || recipient.OpenAttempts > 0)
        {
            throw new InvalidOperationException($"Recipient {e.Recipient} becomes final twice, or with an attempt open.");
        }

        Prepare("RecipientFinishes").Bind(1, recipient.Place).Bind(2, (long)e.Score).Bind(3, (long)e.Reason).Run();
        ledger.Move(recipient.Score, e.Score);
        ledger.Final++;
    }

    private void ClosePoint(AlertLedgerState ledger, ContactPointInvalidated e)
    {
        if (e.PointIndex is < 0 or >= 32)
        {
            throw new InvalidOperationException($"Recipient {e.Recipient} has no contact point {e.PointIndex}.");
        }

        Prepare("RecipientPointCloses").Bind(1, Recipient(ledger, e).Place).Bind(2, 1L << e.PointIndex).Run();
    }

    private void OnAlert(AlertLedgerState ledger, AlertEvent happened)
    {
        switch (happened)
        {
            case AlertPaused e:
                ledger.Phase = AlertPhase.Paused;
                ledger.Reason = e.Reason;
                break;
            case AlertResumed:
                ledger.Phase = AlertPhase.Running;
                ledger.Reason = null;
                break;
            case AlertStopped e:
                ledger.Phase = AlertPhase.Ending;
                ledger.Ending = AlertEnding.Stopped;
                ledger.Reason = e.Reason;
                CloseIdleRecipients(ledger, FinishReason.Stopped);
                break;
            case AlertExpired:
                ledger.Phase = AlertPhase.Ending;
                ledger.Ending = AlertEnding.Expired;
                CloseIdleRecipients(ledger, FinishReason.LifetimeEnded);
                break;
            case AlertFinished e:
                ledger.Phase = AlertPhase.Finished;
                ledger.Ending = e.Ending;
                ledger.FinishedAt = e.At;
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happened.GetType().Name}.");
        }
    }

    private void CloseIdleRecipients(AlertLedgerState ledger, FinishReason reason)
    {
        Prepare("CloseIdleRecipients").Bind(1, AlertPlace.First(ledger.Number)).Bind(2, AlertPlace.Last(ledger.Number)).Bind(3, (long)reason).Run();
        ledger.Final += Changes();
    }

    private void RequireOpen(AttemptEvent e)
    {
        if (Changes() == 0)
        {
            throw new InvalidOperationException($"Attempt {e.Attempt} is not open.");
        }
    }
}
