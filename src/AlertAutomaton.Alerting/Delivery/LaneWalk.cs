using System.Numerics;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>
/// Walks a lane: begins at its first point and applies the rule of each past attempt in turn. Where it stands at the end is the
/// lane's next attempt. Points are bits of a mask, so nothing is allocated.
/// </summary>
internal struct LaneWalk
{
    // A call that a dead process left standing is being hung up by the next one; until then the household talks on that phone.
    private static readonly TimeSpan HangUpGrace = TimeSpan.FromSeconds(5);

    private readonly DeliveryTerms _terms;
    private readonly DeliveryLane _lane;
    private uint _usable;
    private int _pass;
    private int _tries;
    private int _busyTries;
    private int _networkFailures;
    private int _notSent;
    private bool _used;

    private LaneWalk(DeliveryTerms terms, DeliveryLane lane, uint usable)
    {
        _terms = terms;
        _lane = lane;
        _usable = usable;
        _pass = 1;
        Point = usable == 0 ? -1 : BitOperations.TrailingZeroCount(usable);
        NotBefore = StartOf(lane, terms) ?? DateTimeOffset.MaxValue;
    }

    /// <summary>Where the lane stands.</summary>
    public LaneState State { get; private set; }

    /// <summary>The point of the next attempt, from 0; −1 when there is none.</summary>
    public int Point { get; private set; }

    /// <summary>The earliest moment of the next attempt.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>The line on which the network has just failed.</summary>
    public string? AvoidLine { get; private set; }

    /// <summary>Whether the next attempt leaves a message on a machine.</summary>
    public bool LeaveVoicemail { get; private set; }

    /// <summary>Walks one lane of a policy.</summary>
    /// <param name="history">The recipient's history.</param>
    /// <param name="terms">The policy and times.</param>
    /// <param name="laneIndex">Which lane, from 0.</param>
    /// <returns>Where it stands.</returns>
    public static LaneWalk Over(in RecipientHistory history, DeliveryTerms terms, int laneIndex)
    {
        var lane = terms.Policy.Lanes[laneIndex];
        var walk = new LaneWalk(terms, lane, LanePoints.Of(in history, terms, laneIndex));
        Span<int> charged = stackalloc int[Contact.MaximumPoints];
        charged.Clear();
        foreach (ref readonly var attempt in history.Attempts)
        {
            // One phone of a household at a time: who is talking on one must not hear the other, and a line is not spent on both.
            var rings = attempt.Outcome == AttemptOutcome.Open && lane.Channel == ChannelKind.Voice && history.Points[attempt.PointIndex].Kind == ChannelKind.Voice;
            if (attempt.Lane != laneIndex && !rings)
            {
                continue;
            }

            if (attempt.Outcome == AttemptOutcome.Open)
            {
                walk.State = LaneState.Waiting;
                return walk;
            }

            walk.Apply(in attempt, in history, charged);
        }

        walk.Settle(in history);
        return walk;
    }

    /// <summary>When a lane begins; null when it sleeps in this alert.</summary>
    private static DateTimeOffset? StartOf(DeliveryLane lane, DeliveryTerms terms)
    {
        if (lane.OnEventDayAt is not { } hour)
        {
            return terms.LaunchedAt + lane.StartAfter;
        }

        if (terms.EventAt is not { } held)
        {
            return null;
        }

        var start = LocalMoment.At(TimeZoneInfo.ConvertTime(held, terms.TimeZone).Date + hour.ToTimeSpan(), terms.TimeZone);
        return start < terms.LaunchedAt || start >= held ? null : start;
    }

    private void Apply(in PastAttempt attempt, in RecipientHistory history, Span<int> charged)
    {
        _used = true;
        var rule = RetryRules.For(attempt.Outcome);
        if (attempt.PointIndex != Point)
        {
            Point = attempt.PointIndex;
            _tries = 0;
            _busyTries = 0;
        }

        if (rule.Charged && ++charged[Point] >= _lane.MaximumPerPoint)
        {
            _usable &= ~(1u << Point);
        }

        AvoidLine = null;
        _networkFailures = rule.Action == RetryAction.OtherLine ? _networkFailures + 1 : 0;
        _notSent = attempt.Outcome == AttemptOutcome.NotSent ? _notSent + 1 : 0;
        switch (rule.Action)
        {
            case RetryAction.OtherLine:
                AvoidLine = attempt.Line;
                RetryAfterNetworkFailure(in attempt);
                break;
            case RetryAction.SamePoint or RetryAction.AskPolicy:
                if (MayTryAgain(attempt.Outcome))
                {
                    NotBefore = attempt.Ended + DelayOf(rule.Delay, in attempt);
                }
                else
                {
                    Advance(attempt.Ended);
                }

                break;
            case RetryAction.DropPoint:
                _usable &= ~SameAddress(in history, Point);
                Advance(attempt.Ended);
                break;
            default:
                Advance(attempt.Ended);
                break;
        }
    }

    private bool MayTryAgain(AttemptOutcome outcome)
    {
        if ((_usable & (1u << Point)) == 0)
        {
            return false;
        }

        switch (outcome)
        {
            case AttemptOutcome.Interrupted:
                return true;
            case AttemptOutcome.NotSent:
                if (_notSent < _terms.Policy.NotSentIsEnoughAfter)
                {
                    return true;
                }

                _usable &= ~(1u << Point);
                return false;
            case AttemptOutcome.Busy:
                return ++_busyTries < _lane.BusyTriesPerPoint;
            default:
                return ++_tries < _lane.TriesPerPoint;
        }
    }

    private readonly TimeSpan DelayOf(RetryDelay delay, in PastAttempt attempt) => delay switch
    {
        RetryDelay.Busy => Longer(_lane.BusyDelay, AskedFor(in attempt)),
        RetryDelay.NoAnswer => Longer(_lane.NoAnswerDelay, AskedFor(in attempt)),
        RetryDelay.BackOff => BackOff(_notSent - 1),
        _ => TimeSpan.Zero,
    };

    /// <summary>At once on another line, then with growing waits; and once these are used up, the household's other numbers take turns.</summary>
    private void RetryAfterNetworkFailure(in PastAttempt attempt)
    {
        if (_networkFailures == 1)
        {
            NotBefore = attempt.Ended;
            return;
        }

        NotBefore = attempt.Ended + Longer(BackOff(_networkFailures - 2), AskedFor(in attempt));
        if (_networkFailures > _terms.Policy.NetworkBackOff.Count && _usable != 0)
        {
            var later = _usable & (uint)(ulong.MaxValue << (Point + 1));
            Point = BitOperations.TrailingZeroCount(later != 0 ? later : _usable);
        }
    }

    private void Advance(DateTimeOffset ended)
    {
        _tries = 0;
        _busyTries = 0;
        var later = _usable & (uint)(ulong.MaxValue << (Point + 1));
        if (later != 0)
        {
            Point = BitOperations.TrailingZeroCount(later);
            NotBefore = ended + _lane.NextPointDelay;
            return;
        }

        _pass++;
        Point = _usable == 0 ? -1 : BitOperations.TrailingZeroCount(_usable);
        NotBefore = ended + _lane.PassDelays[Math.Min(_pass - 2, _lane.PassDelays.Count - 1)];
    }

    private void Settle(in RecipientHistory history)
    {
        if (Point < 0 || (_usable & (1u << Point)) == 0)
        {
            State = _used ? LaneState.Exhausted : LaneState.NoPoint;
            return;
        }

        if (NotBefore == DateTimeOffset.MaxValue)
        {
            State = LaneState.NoPoint;
            return;
        }

        if (_lane.Passes is { } passes && _pass > passes)
        {
            State = LaneState.Exhausted;
            return;
        }

        KeepFloor(in history);
        LeaveVoicemail = _lane.Voicemail switch
        {
            VoicemailMode.OncePerPoint => !WasLeftAt(in history, Point),
            VoicemailMode.LastPass => _pass == _lane.Passes,
            _ => false,
        };
    }

    private void KeepFloor(in RecipientHistory history)
    {
        var number = history.Points[Point].Number;
        if (_lane.Channel != ChannelKind.Voice || number.IsEmpty)
        {
            return;
        }

        foreach (ref readonly var attempt in history.Attempts)
        {
            var point = history.Points[attempt.PointIndex];
            if (attempt.Outcome == AttemptOutcome.Interrupted && point.Kind == ChannelKind.Voice && NotBefore < attempt.Ended + HangUpGrace)
            {
                NotBefore = attempt.Ended + HangUpGrace;
            }

            if (point.Kind != ChannelKind.Voice || point.Number != number || !RetryRules.For(attempt.Outcome).RingsPhone)
            {
                continue;
            }

            if (attempt.Outcome == AttemptOutcome.Open)
            {
                State = LaneState.Waiting;
                return;
            }

            var floor = attempt.Ended + _terms.Policy.NumberFloor;
            NotBefore = NotBefore > floor ? NotBefore : floor;
        }
    }

    private static bool WasLeftAt(in RecipientHistory history, int point)
    {
        foreach (ref readonly var attempt in history.Attempts)
        {
            if (attempt.PointIndex == point && attempt.VoicemailLeft)
            {
                return true;
            }
        }

        return false;
    }

    private static uint SameAddress(in RecipientHistory history, int point)
    {
        var mask = 1u << point;
        var number = history.Points[point].Number;
        for (var i = 0; i < history.Points.Length && !number.IsEmpty; i++)
        {
            if (history.Points[i].Number == number && history.Points[i].Kind == history.Points[point].Kind)
            {
                mask |= 1u << i;
            }
        }

        return mask;
    }

    private readonly TimeSpan BackOff(int step)
    {
        var waits = _terms.Policy.NetworkBackOff;
        return waits[Math.Min(step, waits.Count - 1)];
    }

    private readonly TimeSpan AskedFor(in PastAttempt attempt)
    {
        var asked = TimeSpan.FromSeconds(attempt.RetryAfterSeconds);
        return asked < _terms.Policy.RetryAfterCap ? asked : _terms.Policy.RetryAfterCap;
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
