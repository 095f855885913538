using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>One alert in memory: its recipients, what is due when, and its figures. Owned by the dispatcher's loop.</summary>
internal sealed class AlertRun
{
    private readonly int[] _scores = new int[Enum.GetValues<RecipientScore>().Length];
    private readonly int[] _answers = new int[Enum.GetValues<AcknowledgementOption>().Length];
    private Dictionary<RecipientId, RecipientState>? _index;
    private readonly AttemptTally _tally = new();
    private readonly WrittenAnswers _written = new();
    private readonly double _numbersPerHousehold;

    public AlertRun(
        Alert alert, DeliveryTerms terms, RecipientState[] recipients, AlertTotals totals, TaskCompletionSource<AlertProgress?> finished)
    {
        Finished = finished;
        Alert = alert;
        Terms = terms;
        Recipients = recipients;
        _numbersPerHousehold = recipients.Length == 0 ? 1 : Math.Max(1, recipients.Average(recipient => (double)recipient.Points.Length));
        Fresh = recipients.Count(recipient => recipient.CallCount == 0 && !recipient.IsFinal);
        RecipientCount = totals.Recipients;
        FinalWritten = totals.Final;
        Attempts = totals.Attempts;
        _answers[(int)AcknowledgementOption.NeedsHelp] = totals.HelpRequests;
        _answers[(int)AcknowledgementOption.Present] = totals.Present;
        _answers[(int)AcknowledgementOption.Absent] = totals.Absent;
        _scores[(int)RecipientScore.Unreached] = totals.Unreached;
        _scores[(int)RecipientScore.VoicemailOnly] = totals.VoicemailOnly;
        _scores[(int)RecipientScore.SentOnly] = totals.SentOnly;
        _scores[(int)RecipientScore.ProbablyHeard] = totals.ProbablyHeard;
        _scores[(int)RecipientScore.Confirmed] = totals.Confirmed;
    }

    public Alert Alert { get; }

    public DeliveryTerms Terms { get; }

    public RecipientState[] Recipients { get; }

    public AlertPhase Phase { get; set; }

    public AlertEnding Ending { get; set; }

    public int RecipientCount { get; }

    public int FinalWritten { get; set; }

    public long Attempts { get; set; }

    public int Talking { get; set; }

    public int PeakInFlight { get; private set; }

    /// <summary>Recipients who were not called yet and are not final.</summary>
    public int Fresh { get; set; }

    /// <summary>Entries of ended attempts on their way to the disk.</summary>
    public int EndsInFlight { get; set; }

    /// <summary>Recipients that the entry of the stop or of the end of the lifetime closes.</summary>
    public int ClosedByEnding { get; set; }

    /// <summary>Recipients that are done here while the journal refused to say so: they count for the end, not for the totals.</summary>
    public int Astray { get; set; }

    public bool EndingWritten { get; set; }

    public bool FinishWritten { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How many of <see cref="Recipients"/> were planned for the first time; see <see cref="Dispatcher"/>.</summary>
    public int Ingested { get; set; }

    /// <summary>Those who may not be attempted yet, by the tick they become due.</summary>
    public PriorityQueue<QueueEntry, long> Due { get; } = new();

    public HashSet<AttemptRun> Open { get; } = [];

    /// <summary>When calls that still talk are ended, after the alert itself ended.</summary>
    public DateTimeOffset? TalkingEnds { get; set; }

    /// <summary>When attempts that last too long are looked for; null while none is open.</summary>
    public DateTimeOffset? WatchAt { get; set; }

    /// <summary>Recipients that may be attempted now and wait for a line.</summary>
    public int Ready { get; private set; }

    public bool ProgressChanged { get; set; } = true;

    public DateTimeOffset ProgressSent { get; set; }

    public AlertProgress? Latest { get; set; }

    public TaskCompletionSource<AlertProgress?> Finished { get; }

    public RecipientState? Find(RecipientId id)
    {
        // Only commands from outside ask by name: the index costs nothing to an alert that never gets one.
        _index ??= Recipients.ToDictionary(recipient => recipient.Id);
        return _index.GetValueOrDefault(id);
    }

    public void Opened(AttemptRun attempt)
    {
        Open.Add(attempt);
        Fresh -= attempt.CallNumber == 1 ? 1 : 0;
        _written.Began(attempt.Number, attempt.CallNumber);
        if (Open.Count > PeakInFlight)
        {
            PeakInFlight = Math.Max(PeakInFlight, CountInFlight());
        }

        ProgressChanged = true;
    }

    public void Count(RecipientState recipient, RecipientScore score)
    {
        if (score == recipient.CountedScore)
        {
            return;
        }

        _scores[(int)recipient.CountedScore]--;
        _scores[(int)score]++;
        recipient.CountedScore = score;
        ProgressChanged = true;
    }

    /// <summary>Counts an answer in the place of the one before it.</summary>
    public void CountAnswer(AcknowledgementOption before, AcknowledgementOption now)
    {
        _answers[(int)before]--;
        _answers[(int)now]++;
    }

    /// <summary>Notes that a household answered what was written to it, if it had no call yet.</summary>
    public void AnsweredInWriting(RecipientState recipient, DateTimeOffset now)
    {
        if (recipient is { CallCount: 0, AttemptCount: > 0 })
        {
            _written.Answered(now);
        }
    }

    /// <summary>Learns from a call how the next ones go; texts and mails hold no line.</summary>
    public void Learn(AttemptOutcome outcome, int call, TimeSpan held)
    {
        if (call > 0)
        {
            _tally.Add(call, outcome, held);
        }
    }

    /// <summary>Notes that a recipient stands in the queue of a route.</summary>
    public void MadeReady(RecipientState recipient)
    {
        recipient.IsReady = true;
        Ready++;
    }

    /// <summary>Makes every place that a recipient has in a queue stale.</summary>
    /// <returns>The ticket of its new place.</returns>
    public int Supersede(RecipientState recipient)
    {
        Ready -= recipient.IsReady ? 1 : 0;
        recipient.IsReady = false;
        return ++recipient.Ticket;
    }

    /// <summary>Notes that nothing more is tried for a recipient.</summary>
    public void Closed(RecipientState recipient) => Fresh -= recipient.CallCount == 0 ? 1 : 0;

    // A line is free for the next attempt before the end of the last one has reached the loop and the disk: only held lines count.
    private int CountInFlight()
    {
        var held = 0;
        foreach (var attempt in Open)
        {
            held += attempt is { CallNumber: > 0, Reservation.IsHeld: true } ? 1 : 0;
        }

        return held;
    }

    public AlertTotals Totals() => new()
    {
        Recipients = RecipientCount,
        Final = FinalWritten,
        Confirmed = _scores[(int)RecipientScore.Confirmed],
        ProbablyHeard = _scores[(int)RecipientScore.ProbablyHeard],
        VoicemailOnly = _scores[(int)RecipientScore.VoicemailOnly],
        SentOnly = _scores[(int)RecipientScore.SentOnly],
        Unreached = _scores[(int)RecipientScore.Unreached],
        HelpRequests = _answers[(int)AcknowledgementOption.NeedsHelp],
        Present = _answers[(int)AcknowledgementOption.Present],
        Absent = _answers[(int)AcknowledgementOption.Absent],
        Attempts = Attempts,
    };

    public AlertProgress Snapshot(DateTimeOffset now) => new()
    {
        Alert = Alert.Id,
        Kind = Alert.Kind,
        Title = Alert.Title,
        Phase = Phase,
        Ending = Ending,
        Totals = Totals(),
        InFlight = CountInFlight(),
        Talking = Talking,
        PeakInFlight = PeakInFlight,
        Ready = Ready,
        LaunchedAt = Alert.LaunchedAt,
        ExpiresAt = Alert.ExpiresAt,
        At = now,
        FinishedAt = FinishedAt,
        Shown = _tally.Snapshot(),
        Standing = Standing(now),
    };

    private AlertStanding Standing(DateTimeOffset now) => new()
    {
        Fresh = Fresh,
        Written = Math.Min(Fresh, _written.Open),
        WrittenAnswered = _written.Count,
        AnsweredLately = _written.Lately(now),
        NumbersPerHousehold = _numbersPerHousehold,
        Waiting = Groups(Due.UnorderedItems.Where(item => item.Element is { IsStale: false, Recipient: { CallCount: > 0, IsListening: false } })
            .Select(item => (item.Element.Recipient.CallCount, new DateTimeOffset(item.Priority, TimeSpan.Zero) - now))),
        Calling = Groups(Open.Where(attempt => attempt.CallNumber > 0).Select(attempt => (attempt.CallNumber - 1, now - attempt.Begun))),
    };

    private static IReadOnlyList<StandingGroup> Groups(IEnumerable<(int Calls, TimeSpan Time)> recipients) =>
    [
        .. recipients.GroupBy(one => (one.Calls, Seconds: Math.Max(0, (long)Math.Round(one.Time.TotalSeconds))))
            .Select(group => new StandingGroup(group.Key.Calls, TimeSpan.FromSeconds(group.Key.Seconds), group.Count())),
    ];
}
