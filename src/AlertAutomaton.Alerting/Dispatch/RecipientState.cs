using System.Runtime.InteropServices;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>One recipient in memory. Owned by the dispatcher's loop. Small, because there may be a million.</summary>
internal sealed class RecipientState
{
    private readonly ContactPoint[] _points;
    private PastAttempt[] _attempts = [];
    private ushort _attemptCount;

    public RecipientState(Recipient recipient, string language, bool keepsName)
    {
        Id = recipient.Id;
        Language = language;
        Name = keepsName ? recipient.Name : null;
        Vulnerable = recipient.Vulnerable;
        _points = ImmutableCollectionsMarshal.AsArray(recipient.Points) ?? [];
    }

    public RecipientId Id { get; }

    public string Language { get; }

    public string? CallerId { get; set; }

    public string? AvoidLine { get; set; }

    /// <summary>No step is taken before; set when the store refused an entry of this recipient.</summary>
    public DateTimeOffset HeldUntil { get; set; }

    /// <summary>Grows whenever the plan changes: an entry of a queue with an older ticket is stale.</summary>
    public int Ticket { get; set; }

    /// <summary>True while its newest ticket stands in the queue of a route.</summary>
    public bool IsReady { get; set; }

    public uint ClosedPoints { get; set; }

    public byte Lane { get; set; }

    public byte PointIndex { get; set; }

    public byte OpenAttempts { get; set; }

    public AcknowledgementOption Acknowledgement { get; set; }

    /// <summary>The score that the totals count it under.</summary>
    public RecipientScore CountedScore { get; set; }

    public bool Vulnerable { get; }

    public bool LeaveVoicemail { get; set; }

    public bool IsFinal { get; set; }

    /// <summary>True while nothing more is sent and only answers are waited for.</summary>
    public bool IsListening { get; set; }

    /// <summary>True while the entry of an attempt is being written: nothing else may begin, so that numbers have no gaps.</summary>
    public bool Writing { get; set; }

    public int AttemptCount => _attemptCount;

    /// <summary>How many of its attempts were calls: what forecasts and the words "first call" count.</summary>
    public int CallCount
    {
        get
        {
            var calls = 0;
            foreach (ref readonly var attempt in Attempts)
            {
                calls += _points[attempt.PointIndex].Kind == ChannelKind.Voice ? 1 : 0;
            }

            return calls;
        }
    }

    public ReadOnlySpan<ContactPoint> Points => _points;

    public ReadOnlySpan<PastAttempt> Attempts => _attempts.AsSpan(0, _attemptCount);

    /// <summary>The name on the list, where the message asks for it.</summary>
    public string? Name { get; }

    public RecipientHistory History => new()
    {
        Points = Points,
        Attempts = Attempts,
        Vulnerable = Vulnerable,
        Acknowledgement = Acknowledgement,
        ClosedPoints = ClosedPoints,
    };

    /// <summary>Takes over what is on disk.</summary>
    /// <param name="stored">The recipient as stored.</param>
    /// <param name="now">The moment of the restart: no attempt can have ended later, even if the clock was set back since.</param>
    public void Restore(UnfinishedRecipient stored, DateTimeOffset now)
    {
        _attempts = [.. stored.Attempts.Select(attempt => attempt.Ended <= now ? attempt : attempt.EndedBy(now))];
        _attemptCount = checked((ushort)_attempts.Length);
        Acknowledgement = stored.Acknowledgement;
        CallerId = stored.CallerId;
        ClosedPoints = stored.ClosedPoints;
        OpenAttempts = (byte)stored.Open.Count;
        CountedScore = History.Score();
    }

    /// <summary>True when an attempt on that channel was charged already: the next one comes after those who had none.</summary>
    public bool IsRepeatOn(ChannelKind channel)
    {
        foreach (ref readonly var attempt in Attempts)
        {
            if (Points[attempt.PointIndex].Kind == channel && RetryRules.For(attempt.Outcome).Charged)
            {
                return true;
            }
        }

        return false;
    }

    public void AddAttempt(PastAttempt attempt)
    {
        if (_attempts.Length == _attemptCount)
        {
            Array.Resize(ref _attempts, Math.Max(2, _attempts.Length * 2));
        }

        _attempts[_attemptCount++] = attempt;
    }

    public void ReplaceAttempt(int number, PastAttempt attempt) => _attempts[number - 1] = attempt;

    /// <summary>Takes back the last attempt: its entry could not be written, so it did not happen.</summary>
    public void RemoveLastAttempt() => _attemptCount--;
}
