using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Which of a recipient's points a lane may use, before its own attempts are looked at.</summary>
internal static class LanePoints
{
    /// <summary>Finds the usable points.</summary>
    /// <param name="history">The recipient's history.</param>
    /// <param name="terms">The policy and the number policy.</param>
    /// <param name="laneIndex">Which lane, from 0.</param>
    /// <returns>A mask: bit n stands for point n.</returns>
    public static uint Of(in RecipientHistory history, DeliveryTerms terms, int laneIndex)
    {
        var lane = terms.Policy.Lanes[laneIndex];
        if (lane.OnlyVulnerable && !history.Vulnerable)
        {
            return 0;
        }

        var usable = 0u;
        var hasWanted = lane.OnlyWith is null;
        for (var i = 0; i < history.Points.Length; i++)
        {
            ref readonly var point = ref history.Points[i];
            if ((history.ClosedPoints & (1u << i)) != 0 || !terms.Serves(point.Kind) || !terms.Numbers.Allows(point))
            {
                continue;
            }

            if (point.Role == ContactPointRole.Own && !WasDropped(in history, i, exceptLane: null))
            {
                hasWanted |= point.Kind == lane.OnlyWith;
                if (lane.OnlyWithout.Contains(point.Kind))
                {
                    return 0;
                }
            }

            if (point.Kind == lane.Channel && point.Role == lane.Audience && Admits(lane.Lines, point.Number)
                && !WasDropped(in history, i, laneIndex))
            {
                usable |= 1u << i;
            }
        }

        return hasWanted ? usable : 0;
    }

    private static bool Admits(LineFilter filter, E164Number number) => filter switch
    {
        LineFilter.Mobile => NumberingPlans.LineTypeOf(number) == PhoneLineType.Mobile,
        LineFilter.Landline => NumberingPlans.LineTypeOf(number) != PhoneLineType.Mobile,
        _ => true,
    };

    private static bool WasDropped(in RecipientHistory history, int point, int? exceptLane)
    {
        foreach (ref readonly var attempt in history.Attempts)
        {
            if (attempt.Lane != exceptLane && RetryRules.For(attempt.Outcome).Action == RetryAction.DropPoint
                && history.Points[attempt.PointIndex].Kind == history.Points[point].Kind
                && (attempt.PointIndex == point
                    || (!history.Points[point].Number.IsEmpty && history.Points[attempt.PointIndex].Number == history.Points[point].Number)))
            {
                return true;
            }
        }

        return false;
    }
}
