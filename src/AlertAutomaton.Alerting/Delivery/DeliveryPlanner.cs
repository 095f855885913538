using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>
/// Says what comes next for a recipient. Pure: the same history, terms and moment give the same step, so a restart that reads the
/// history from disk goes on exactly where the dead process was.
/// </summary>
/// <remarks>
/// Lanes run beside each other: each is folded over its own attempts (<see cref="LaneWalk"/>) and the earliest step of all wins. An
/// answer on any lane closes the household.
/// </remarks>
public static class DeliveryPlanner
{
    /// <summary>Plans the next step.</summary>
    /// <param name="history">What has happened to the recipient.</param>
    /// <param name="terms">The policy and the times of the alert.</param>
    /// <param name="now">The moment of planning.</param>
    /// <returns>An attempt (now or later), a wait for an open attempt or for the answer to a text, or the end.</returns>
    public static DeliveryStep Next(in RecipientHistory history, DeliveryTerms terms, DateTimeOffset now)
    {
        var policy = terms.Policy;
        var open = false;
        var charged = 0;
        var heard = 0;
        var delivered = false;
        var listensUntil = DateTimeOffset.MinValue;
        foreach (ref readonly var attempt in history.Attempts)
        {
            open |= attempt.Outcome == AttemptOutcome.Open;
            charged += RetryRules.For(attempt.Outcome).Charged ? 1 : 0;
            heard += attempt.Outcome == AttemptOutcome.Heard ? 1 : 0;
            delivered |= attempt.Outcome == AttemptOutcome.Delivered;
            if (attempt.Outcome is AttemptOutcome.Submitted or AttemptOutcome.Delivered or AttemptOutcome.Unknown)
            {
                listensUntil = Later(listensUntil, attempt.Ended + policy.AnswerWait);
            }
        }

        var score = history.Score();
        if (score == RecipientScore.Confirmed)
        {
            return End(FinishReason.Acknowledged);
        }

        if (policy.HeardIsEnoughAfter > 0 && heard >= policy.HeardIsEnoughAfter)
        {
            return End(FinishReason.HeardEnough);
        }

        if (policy.DeliveredIsEnough && delivered)
        {
            return End(FinishReason.DeliveredEnough);
        }

        if (now >= terms.ExpiresAt)
        {
            return End(FinishReason.LifetimeEnded);
        }

        if (charged >= policy.MaximumAttempts)
        {
            return End(FinishReason.AttemptsExhausted);
        }

        AttemptStep? best = null;
        var reason = FinishReason.NoUsablePoint;
        Span<long> due = stackalloc long[policy.Lanes.Count];
        due.Fill(long.MaxValue);
        for (var lane = 0; lane < policy.Lanes.Count; lane++)
        {
            var walk = LaneWalk.Over(in history, terms, lane);
            if (walk.State == LaneState.Exhausted && reason == FinishReason.NoUsablePoint)
            {
                reason = FinishReason.AttemptsExhausted;
            }

            if (walk.State != LaneState.Ready)
            {
                continue;
            }

            var moment = QuietTime.After(Later(walk.NotBefore, now), policy.QuietHours, terms.TimeZone);
            if (moment >= terms.ExpiresAt)
            {
                reason = FinishReason.LifetimeEnded;
                continue;
            }

            due[lane] = moment.UtcTicks;
            if (best is null || moment < best.NotBefore || (moment == best.NotBefore && GoesFirst(policy.Lanes[lane], policy.Lanes[best.Lane])))
            {
                best = new AttemptStep(lane, walk.Point, moment, walk.AvoidLine, walk.LeaveVoicemail);
            }
        }

        if (best is not null)
        {
            return best with { OtherChannelAt = NextOnAnotherChannel(policy, best, due) };
        }

        return listensUntil > now && !open ? new ListenStep(Earlier(listensUntil, terms.ExpiresAt)) : End(reason);

        DeliveryStep End(FinishReason why) => open ? WaitStep.Instance : new FinishStep(score, why);
    }

    /// <summary>What needs no line goes before a call: it must not wait in the queue of a full trunk.</summary>
    private static bool GoesFirst(DeliveryLane lane, DeliveryLane other) => lane.Channel != ChannelKind.Voice && other.Channel == ChannelKind.Voice;

    private static DateTimeOffset? NextOnAnotherChannel(DeliveryPolicy policy, AttemptStep best, ReadOnlySpan<long> due)
    {
        var next = long.MaxValue;
        for (var lane = 0; lane < due.Length; lane++)
        {
            next = policy.Lanes[lane].Channel == policy.Lanes[best.Lane].Channel ? next : Math.Min(next, due[lane]);
        }

        return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
