using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>
/// Rebuilds the state of one alert from its journal alone. A store's rows must equal what this makes: it is the judge of
/// <c>verify</c>, and the way back when rows are lost. Not thread-safe.
/// </summary>
public sealed class AlertReplay
{
    private const int MaximumKeys = 32;

    private readonly List<RecipientRow> _recipients = [];
    private readonly Dictionary<RecipientId, int> _positions = [];
    private readonly List<AttemptRow> _attempts = [];
    private readonly Dictionary<AttemptId, int> _attemptPlaces = [];
    private readonly HashSet<RecipientId> _late = [];

    /// <summary>The alert; null before <see cref="AlertAccepted"/>.</summary>
    public Alert? Alert { get; private set; }

    /// <summary>Where it stands.</summary>
    public AlertPhase Phase { get; private set; }

    /// <summary>Why it ended or is ending.</summary>
    public AlertEnding Ending { get; private set; }

    /// <summary>The reason given for the last pause or the stop.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it finished.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The recipients in the order of the list.</summary>
    public IReadOnlyList<RecipientRow> Recipients => _recipients;

    /// <summary>The attempts in the order in which they began.</summary>
    public IReadOnlyList<AttemptRow> Attempts => _attempts;

    /// <summary>Applies the next event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="whyNot">What contradicts the events before, when something does; the event is not applied then.</param>
    /// <returns>False when the event cannot follow on those before.</returns>
    public bool TryApply(AlertEvent happened, out string? whyNot)
    {
        whyNot = happened switch
        {
            AlertAccepted e => Accept(e),
            _ when Alert is null => "the journal does not begin with the order",
            _ when happened.Alert != Alert.Id => "the event is of another alert",
            RecipientsFrozen e => Freeze(e),
            AttemptBegun e => Begin(e),
            AttemptEnded e => End(e),
            AttemptEvent e => DuringAttempt(e),
            DeliveryReported e => Report(e),
            RecipientEvent e => OnRecipient(e),
            _ => OnAlert(happened),
        };
        return whyNot is null;
    }

    /// <summary>Counts the figures anew.</summary>
    /// <returns>The figures of the rows as they are.</returns>
    public AlertTotals CountTotals()
    {
        var scores = new int[Enum.GetValues<RecipientScore>().Length];
        var final = 0;
        var answers = new int[Enum.GetValues<AcknowledgementOption>().Length];
        foreach (var row in _recipients)
        {
            scores[(int)row.Score]++;
            final += row.IsFinal ? 1 : 0;
            answers[(int)row.Acknowledgement] += _late.Contains(row.Recipient.Id) ? 0 : 1;
        }

        return new AlertTotals
        {
            Recipients = _recipients.Count,
            Final = final,
            Confirmed = scores[(int)RecipientScore.Confirmed],
            ProbablyHeard = scores[(int)RecipientScore.ProbablyHeard],
            VoicemailOnly = scores[(int)RecipientScore.VoicemailOnly],
            SentOnly = scores[(int)RecipientScore.SentOnly],
            Unreached = scores[(int)RecipientScore.Unreached],
            HelpRequests = answers[(int)AcknowledgementOption.NeedsHelp],
            Present = answers[(int)AcknowledgementOption.Present],
            Absent = answers[(int)AcknowledgementOption.Absent],
            Attempts = _attempts.Count,
            LateAnswers = _late.Count,
        };
    }

    private string? Accept(AlertAccepted e)
    {
        if (Alert is not null)
        {
            return "the order is written twice";
        }

        Alert = e.Order;
        return null;
    }

    private string? Freeze(RecipientsFrozen e)
    {
        if (e.First != _recipients.Count)
        {
            return $"recipients from {e.First} on follow on {_recipients.Count}";
        }

        foreach (var recipient in e.Recipients)
        {
            if (!_positions.TryAdd(recipient.Id, _recipients.Count))
            {
                return $"recipient {recipient.Id} is on the list twice";
            }

            _recipients.Add(new RecipientRow { Recipient = recipient, Position = _recipients.Count });
        }

        return null;
    }

    private string? Begin(AttemptBegun e)
    {
        if (!_positions.TryGetValue(e.Recipient, out var position))
        {
            return $"unknown recipient {e.Recipient}";
        }

        var row = _recipients[position];
        if (row.IsFinal)
        {
            return $"attempt {e.Attempt} begins after recipient {e.Recipient} was final";
        }

        if (e.Number != row.Attempts + 1)
        {
            return $"attempt {e.Attempt} has number {e.Number}, expected {row.Attempts + 1}";
        }

        if (!_attemptPlaces.TryAdd(e.Attempt, _attempts.Count))
        {
            return $"attempt {e.Attempt} begins twice";
        }

        _attempts.Add(new AttemptRow
        {
            Attempt = e.Attempt,
            Recipient = e.Recipient,
            Number = e.Number,
            Channel = e.Channel,
            PointIndex = e.PointIndex,
            Lane = e.Lane,
            Line = e.Line,
            CallerId = e.CallerId,
            DoubtfulRepeat = e.DoubtfulRepeat,
            Begun = e.At,
        });
        _recipients[position] = row with
        {
            Attempts = e.Number,
            OpenAttempts = row.OpenAttempts + 1,
            Next = null,
            CallerId = row.CallerId ?? e.CallerId,
        };
        return null;
    }

    private string? DuringAttempt(AttemptEvent e)
    {
        if (!TryOpenAttempt(e.Attempt, e.Recipient, out var place))
        {
            return $"attempt {e.Attempt} is not open";
        }

        var attempt = _attempts[place];
        _attempts[place] = e switch
        {
            AttemptAnswered answered => attempt with
            {
                Answered = e.At,
                DialogIdentity = answered.DialogIdentity.Length == 0 ? null : answered.DialogIdentity,
            },
            MessageHeard => attempt with { Heard = true },
            KeyPressed pressed when attempt.Keys.Length < MaximumKeys => attempt with { Keys = attempt.Keys + pressed.Key },
            _ => attempt,
        };
        return null;
    }

    private string? End(AttemptEnded e)
    {
        if (!TryOpenAttempt(e.Attempt, e.Recipient, out var place))
        {
            return $"attempt {e.Attempt} ends without being open";
        }

        _attempts[place] = _attempts[place] with
        {
            Outcome = e.Outcome,
            Detail = e.Detail,
            Line = e.Line,
            CallerId = e.CallerId,
            Ended = e.At,
            Talked = e.Talked,
            VoicemailLeft = e.VoicemailLeft,
            RetryAfter = e.RetryAfter,
            Units = e.Units,
            DialogIdentity = null,
        };
        var position = _positions[e.Recipient];
        var row = _recipients[position];
        _recipients[position] = row with { OpenAttempts = row.OpenAttempts - 1, Score = e.Score, Next = e.Next, Reason = e.Final };
        return null;
    }

    private string? Report(DeliveryReported e)
    {
        if (!_attemptPlaces.TryGetValue(e.Attempt, out var place) || _attempts[place].Recipient != e.Recipient
            || _attempts[place].Outcome is not (AttemptOutcome.Submitted or AttemptOutcome.Unknown))
        {
            return $"attempt {e.Attempt} is reported on without waiting for a report";
        }

        _attempts[place] = _attempts[place] with { Outcome = e.Outcome, Detail = e.Detail, Reported = e.At };
        var position = _positions[e.Recipient];
        if (_recipients[position] is { IsFinal: false } row)
        {
            _recipients[position] = row with { Score = e.Score, Next = e.Next, Reason = e.Final };
        }

        return null;
    }

    private string? OnRecipient(RecipientEvent e)
    {
        if (!_positions.TryGetValue(e.Recipient, out var position))
        {
            return $"unknown recipient {e.Recipient}";
        }

        var row = _recipients[position];
        switch (e)
        {
            case Acknowledged acknowledged:
                if (acknowledged.Attempt is { } id)
                {
                    if (!TryOpenAttempt(id, e.Recipient, out var place))
                    {
                        return $"attempt {id} is acknowledged without being open";
                    }

                    _attempts[place] = _attempts[place] with { Acknowledgement = acknowledged.Option };
                }

                _recipients[position] = row with { Score = RecipientScore.Confirmed, Acknowledgement = acknowledged.Option, AcknowledgedAt = e.At };
                return null;
            case LateAcknowledged late:
                if (Phase != AlertPhase.Finished)
                {
                    return $"recipient {e.Recipient} acknowledges late before the end";
                }

                // Who had answered before has only the entry.
                if (row.Acknowledgement == AcknowledgementOption.None)
                {
                    _late.Add(e.Recipient);
                    _recipients[position] = row with { Acknowledgement = late.Option, AcknowledgedAt = e.At };
                }

                return null;
            case RecipientFinished finished:
                if (row.IsFinal || row.OpenAttempts > 0)
                {
                    return $"recipient {e.Recipient} becomes final twice, or with an attempt open";
                }

                _recipients[position] = row with { Score = finished.Score, Reason = finished.Reason, Next = null };
                return null;
            case ContactPointInvalidated closed when closed.PointIndex is >= 0 and < 32:
                _recipients[position] = row with { ClosedPoints = row.ClosedPoints | (1u << closed.PointIndex) };
                return null;
            default:
                return $"event {e.GetType().Name} makes no sense for recipient {e.Recipient}";
        }
    }

    private string? OnAlert(AlertEvent e)
    {
        switch (e)
        {
            case AlertPaused paused:
                Phase = AlertPhase.Paused;
                Reason = paused.Reason;
                return null;
            case AlertResumed:
                Phase = AlertPhase.Running;
                Reason = null;
                return null;
            case AlertStopped stopped:
                Phase = AlertPhase.Ending;
                Ending = AlertEnding.Stopped;
                Reason = stopped.Reason;
                CloseIdleRecipients(FinishReason.Stopped);
                return null;
            case AlertExpired:
                Phase = AlertPhase.Ending;
                Ending = AlertEnding.Expired;
                CloseIdleRecipients(FinishReason.LifetimeEnded);
                return null;
            case AlertFinished finished:
                Phase = AlertPhase.Finished;
                Ending = finished.Ending;
                FinishedAt = e.At;
                return null;
            default:
                return $"unknown event {e.GetType().Name}";
        }
    }

    private void CloseIdleRecipients(FinishReason reason)
    {
        for (var i = 0; i < _recipients.Count; i++)
        {
            if (_recipients[i] is { IsFinal: false, OpenAttempts: 0 } row)
            {
                _recipients[i] = row with { Reason = reason, Next = null };
            }
        }
    }

    private bool TryOpenAttempt(AttemptId id, RecipientId recipient, out int place) =>
        _attemptPlaces.TryGetValue(id, out place) && _attempts[place].Outcome == AttemptOutcome.Open && _attempts[place].Recipient == recipient;
}
