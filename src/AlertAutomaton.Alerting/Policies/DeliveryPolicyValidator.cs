namespace AlertAutomaton.Alerting.Policies;

/// <summary>Checks a policy before anything is launched with it.</summary>
public static class DeliveryPolicyValidator
{
    /// <summary>Finds everything that is wrong, at once.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>One line per fault: the path and the mend; empty when it is sound.</returns>
    public static IReadOnlyList<string> Validate(DeliveryPolicy policy)
    {
        var faults = new List<string>();
        Check(!string.IsNullOrWhiteSpace(policy.Name), "Name: give the policy a name.");
        Check(policy.Lanes.Count is >= 1 and <= DeliveryPolicy.MaximumLanes, $"Lanes: 1 to {DeliveryPolicy.MaximumLanes}, not {policy.Lanes.Count}.");
        Check(policy.NumberFloor >= TimeSpan.Zero, "NumberFloor: not negative.");
        Check(policy.MaximumAttempts is >= 1 and <= 1000, "MaximumAttempts: 1 to 1000.");
        Check(policy.HeardIsEnoughAfter >= 0, "HeardIsEnoughAfter: 0 or more.");
        Check(policy.NotSentIsEnoughAfter >= 1, "NotSentIsEnoughAfter: at least 1.");
        Check(policy.RetryAfterCap >= TimeSpan.Zero, "RetryAfterCap: not negative.");
        Check(policy.AnswerWait >= TimeSpan.Zero && policy.AnswerWait <= TimeSpan.FromDays(30), "AnswerWait: zero to 30 days.");
        Check(policy.NetworkBackOff.Count > 0, "NetworkBackOff: at least one wait.");
        Check(policy.NetworkBackOff.All(wait => wait >= TimeSpan.FromSeconds(1)), "NetworkBackOff: each wait at least one second.");
        for (var i = 0; i < policy.Lanes.Count; i++)
        {
            var lane = policy.Lanes[i];
            var path = $"Lanes[{i}]";
            Check(lane.StartAfter >= TimeSpan.Zero, $"{path}.StartAfter: not negative.");
            Check(lane.Passes is null or >= 1, $"{path}.Passes: at least 1, or left out for no limit.");
            Check(lane.PassDelays.Count > 0, $"{path}.PassDelays: at least one wait.");
            Check(lane.PassDelays.All(wait => wait >= TimeSpan.Zero), $"{path}.PassDelays: not negative.");
            Check(lane.TriesPerPoint >= 1, $"{path}.TriesPerPoint: at least 1.");
            Check(lane.BusyTriesPerPoint >= 1, $"{path}.BusyTriesPerPoint: at least 1.");
            Check(lane.MaximumPerPoint >= 1, $"{path}.MaximumPerPoint: at least 1.");
            Check(
                lane.BusyDelay >= TimeSpan.Zero && lane.NoAnswerDelay >= TimeSpan.Zero && lane.NextPointDelay >= TimeSpan.Zero,
                $"{path}: waits are not negative.");
            Check(
                lane.Voicemail != VoicemailMode.LastPass || lane.Passes is not null,
                $"{path}.Voicemail: LastPass needs a number of Passes, or no message would ever be left.");
        }

        return faults;

        void Check(bool sound, string fault)
        {
            if (!sound)
            {
                faults.Add(fault);
            }
        }
    }
}
