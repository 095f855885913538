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
    /// <returns>An attempt (now or later), a wait for an open attempt, or the end.</returns>
    public static DeliveryStep Next(in RecipientHistory history, DeliveryTerms terms, DateTimeOffset now)
    {
        var policy = terms.Policy;
        var open = false;
        var charged = 0;
        var heard = 0;
        foreach (ref readonly var attempt in history.Attempts)
        {
            open |= attempt.Outcome == AttemptOutcome.Open;
            charged += RetryRules.For(attempt.Outcome).Charged ? 1 : 0;
            heard += attempt.Outcome == AttemptOutcome.Heard ? 1 : 0;
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
        for (var lane = 0; lane < policy.Lanes.Count; lane++)
        {
            var walk = LaneWalk.Over(in history, terms, lane);
            switch (walk.State)
            {
                case LaneState.Exhausted when reason == FinishReason.NoUsablePoint:
                    reason = FinishReason.AttemptsExhausted;
                    break;
                case LaneState.Ready:
                    var due = QuietTime.After(Later(walk.NotBefore, now), policy.QuietHours, terms.TimeZone);
                    if (due >= terms.ExpiresAt)
                    {
                        reason = FinishReason.LifetimeEnded;
                    }
                    else if (best is null || due < best.NotBefore)
                    {
                        best = new AttemptStep(lane, walk.Point, due, walk.AvoidLine, walk.LeaveVoicemail);
                    }

                    break;
            }
        }

        return best ?? End(reason);

        DeliveryStep End(FinishReason why) => open ? WaitStep.Instance : new FinishStep(score, why);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
